using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who said something in an earlier conversation.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConversationRole>))]
public readonly record struct ConversationRole : IVendorWord<ConversationRole>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ConversationRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The assistant.</summary>
    public static ConversationRole Assistant { get; } = new("assistant");

    /// <summary>The caller.</summary>
    public static ConversationRole User { get; } = new("user");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ConversationRole IVendorWord<ConversationRole>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

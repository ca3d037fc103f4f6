using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who said a message: <c>role</c> in the <c>message_history</c> of <c>call.ai_gather.*</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AiGatherMessageRole>))]
public readonly record struct AiGatherMessageRole : IVendorWord<AiGatherMessageRole>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public AiGatherMessageRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The assistant.</summary>
    public static AiGatherMessageRole Assistant => new("assistant");

    /// <summary>The party on the line.</summary>
    public static AiGatherMessageRole User => new("user");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static AiGatherMessageRole IVendorWord<AiGatherMessageRole>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

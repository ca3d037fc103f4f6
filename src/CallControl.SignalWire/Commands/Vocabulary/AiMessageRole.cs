using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Who speaks in a message to the AI agent.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AiMessageRole>))]
public readonly record struct AiMessageRole : IVendorWord<AiMessageRole>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public AiMessageRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Instructions to the agent.</summary>
    public static AiMessageRole System { get; } = new("system");

    /// <summary>The caller.</summary>
    public static AiMessageRole User { get; } = new("user");

    /// <summary>The agent itself.</summary>
    public static AiMessageRole Assistant { get; } = new("assistant");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static AiMessageRole IVendorWord<AiMessageRole>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

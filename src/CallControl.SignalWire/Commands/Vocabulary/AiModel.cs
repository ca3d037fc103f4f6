using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The language model of an AI sidecar.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AiModel>))]
public readonly record struct AiModel : IVendorWord<AiModel>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public AiModel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary><c>gpt-4o-mini</c>; the default.</summary>
    public static AiModel Gpt4oMini { get; } = new("gpt-4o-mini");

    /// <summary><c>gpt-4.1-mini</c>.</summary>
    public static AiModel Gpt41Mini { get; } = new("gpt-4.1-mini");

    /// <summary><c>gpt-4.1-nano</c>.</summary>
    public static AiModel Gpt41Nano { get; } = new("gpt-4.1-nano");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static AiModel IVendorWord<AiModel>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The codec of tapped audio.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlTapCodec>))]
public readonly record struct SwmlTapCodec : IVendorWord<SwmlTapCodec>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlTapCodec(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>G.711 μ-law.</summary>
    public static SwmlTapCodec Pcmu { get; } = new("PCMU");

    /// <summary>G.711 A-law.</summary>
    public static SwmlTapCodec Pcma { get; } = new("PCMA");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlTapCodec IVendorWord<SwmlTapCodec>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

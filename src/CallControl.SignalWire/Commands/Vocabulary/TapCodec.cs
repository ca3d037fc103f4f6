using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The codec of tapped audio; the vendor takes small letters as well.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TapCodec>))]
public readonly record struct TapCodec : IVendorWord<TapCodec>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public TapCodec(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>G.711 µ-law.</summary>
    public static TapCodec Pcmu { get; } = new("PCMU");

    /// <summary>G.711 A-law.</summary>
    public static TapCodec Pcma { get; } = new("PCMA");

    /// <summary>Opus.</summary>
    public static TapCodec Opus { get; } = new("OPUS");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static TapCodec IVendorWord<TapCodec>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

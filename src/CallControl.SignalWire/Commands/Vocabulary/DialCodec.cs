using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A codec that a dialled leg may use.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DialCodec>))]
public readonly record struct DialCodec : IVendorWord<DialCodec>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public DialCodec(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Opus.</summary>
    public static DialCodec Opus { get; } = new("OPUS");

    /// <summary>Opus at 48 kHz, in packets of 20 ms.</summary>
    public static DialCodec Opus48KHz { get; } = new("OPUS@48000H@20I");

    /// <summary>Opus at 24 kHz, in packets of 20 ms.</summary>
    public static DialCodec Opus24KHz { get; } = new("OPUS@24000H@20I");

    /// <summary>Opus at 16 kHz, in packets of 20 ms.</summary>
    public static DialCodec Opus16KHz { get; } = new("OPUS@16000H@20I");

    /// <summary>Opus at 8 kHz, in packets of 20 ms.</summary>
    public static DialCodec Opus8KHz { get; } = new("OPUS@8000H@20I");

    /// <summary>G.722, 16 kHz.</summary>
    public static DialCodec G722 { get; } = new("G722");

    /// <summary>G.711 µ-law.</summary>
    public static DialCodec Pcmu { get; } = new("PCMU");

    /// <summary>G.711 A-law.</summary>
    public static DialCodec Pcma { get; } = new("PCMA");

    /// <summary>G.729.</summary>
    public static DialCodec G729 { get; } = new("G729");

    /// <summary>VP8 video.</summary>
    public static DialCodec Vp8 { get; } = new("VP8");

    /// <summary>H.264 video.</summary>
    public static DialCodec H264 { get; } = new("H264");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static DialCodec IVendorWord<DialCodec>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

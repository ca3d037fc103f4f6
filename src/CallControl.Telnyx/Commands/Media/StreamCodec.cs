using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The codec of streamed audio. Case-sensitive at the vendor.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<StreamCodec>))]
public readonly record struct StreamCodec : IVendorWord<StreamCodec>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public StreamCodec(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>G.711 µ-law, 8 kHz.</summary>
    public static StreamCodec Pcmu { get; } = new("PCMU");

    /// <summary>G.711 A-law, 8 kHz.</summary>
    public static StreamCodec Pcma { get; } = new("PCMA");

    /// <summary>G.722; 8 kHz by its RTP clock.</summary>
    public static StreamCodec G722 { get; } = new("G722");

    /// <summary>Opus, 8 or 16 kHz.</summary>
    public static StreamCodec Opus { get; } = new("OPUS");

    /// <summary>AMR-WB, 8 or 16 kHz.</summary>
    public static StreamCodec AmrWideband { get; } = new("AMR-WB");

    /// <summary>Linear 16-bit PCM, 16 kHz. Unverified: the byte order.</summary>
    public static StreamCodec L16 { get; } = new("L16");

    /// <summary>The codec of the call leg; for what the vendor sends only.</summary>
    public static StreamCodec Default { get; } = new("default");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static StreamCodec IVendorWord<StreamCodec>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a leg's audio is encrypted.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<MediaEncryption>))]
public readonly record struct MediaEncryption : IVendorWord<MediaEncryption>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public MediaEncryption(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Not at all.</summary>
    public static MediaEncryption Disabled { get; } = new("disabled");

    /// <summary>SRTP, keys in the SDP.</summary>
    public static MediaEncryption Srtp { get; } = new("SRTP");

    /// <summary>SRTP, keys by DTLS.</summary>
    public static MediaEncryption Dtls { get; } = new("DTLS");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static MediaEncryption IVendorWord<MediaEncryption>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

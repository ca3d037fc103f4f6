using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What an application sends into a stream.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<StreamBidirectionalMode>))]
public readonly record struct StreamBidirectionalMode : IVendorWord<StreamBidirectionalMode>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public StreamBidirectionalMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Whole MP3 files, at most one a second.</summary>
    public static StreamBidirectionalMode Mp3 { get; } = new("mp3");

    /// <summary>Payloads of RTP packets without their headers, 20 ms to 30 s each.</summary>
    public static StreamBidirectionalMode Rtp { get; } = new("rtp");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static StreamBidirectionalMode IVendorWord<StreamBidirectionalMode>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why a detection failed: <c>error_message</c> of <c>call.deepfake_detection.error</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DeepfakeDetectionError>))]
public readonly record struct DeepfakeDetectionError : IVendorWord<DeepfakeDetectionError>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public DeepfakeDetectionError(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>No verdict in time.</summary>
    public static DeepfakeDetectionError DetectionTimeout => new("detection_timeout");

    /// <summary>No audio came.</summary>
    public static DeepfakeDetectionError RtpTimeout => new("rtp_timeout");

    /// <summary>The detector could not be reached.</summary>
    public static DeepfakeDetectionError ConnectionError => new("dfd_connection_error");

    /// <summary>The stream to the detector broke.</summary>
    public static DeepfakeDetectionError StreamError => new("dfd_stream_error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static DeepfakeDetectionError IVendorWord<DeepfakeDetectionError>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

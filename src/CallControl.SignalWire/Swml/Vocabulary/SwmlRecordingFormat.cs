using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The format of a recording.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlRecordingFormat>))]
public readonly record struct SwmlRecordingFormat : IVendorWord<SwmlRecordingFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlRecordingFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>WAV.</summary>
    public static SwmlRecordingFormat Wav { get; } = new("wav");

    /// <summary>MP3.</summary>
    public static SwmlRecordingFormat Mp3 { get; } = new("mp3");

    /// <summary>MP4.</summary>
    public static SwmlRecordingFormat Mp4 { get; } = new("mp4");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlRecordingFormat IVendorWord<SwmlRecordingFormat>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The format of a file to play.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PlaybackAudioType>))]
public readonly record struct PlaybackAudioType : IVendorWord<PlaybackAudioType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PlaybackAudioType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>MP3.</summary>
    public static PlaybackAudioType Mp3 { get; } = new("mp3");

    /// <summary>WAV.</summary>
    public static PlaybackAudioType Wav { get; } = new("wav");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PlaybackAudioType IVendorWord<PlaybackAudioType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

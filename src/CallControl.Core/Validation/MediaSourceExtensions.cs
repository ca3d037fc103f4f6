namespace CallControl.Providers;

/// <summary>What adapters ask of a source.</summary>
public static class MediaSourceExtensions
{
    /// <summary>The feature that a provider must have to play a source.</summary>
    /// <param name="source">Of any kind.</param>
    public static CallFeature GetFeature(this MediaSource source) => source switch
    {
        UrlSource => CallFeature.PlaybackUrl,
        SpeechSource => CallFeature.PlaybackSpeech,
        SilenceSource => CallFeature.PlaybackSilence,
        RingtoneSource => CallFeature.PlaybackRingtone,
        LibrarySource => CallFeature.PlaybackLibrary,
        AudioSource => CallFeature.PlaybackAudio,
        null => throw new ArgumentNullException(nameof(source)),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This kind of source is unknown."),
    };
}

namespace CallControl;

/// <summary>Something that can be played on a call.</summary>
/// <remarks>Made by the factories below. Which kinds a provider plays is told by its capabilities (<c>Playback*</c> in <see cref="CallFeature"/>).</remarks>
public abstract record MediaSource
{
    private protected MediaSource()
    {
    }

    /// <summary>An audio file that the provider fetches.</summary>
    /// <param name="url">Absolute http or https address that the provider can reach.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute address.</exception>
    public static UrlSource Url(string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return Uri.TryCreate(url, UriKind.Absolute, out var location)
            ? new UrlSource(location)
            : throw new ArgumentException($"'{Redaction.Url(url)}' is not an absolute address.", nameof(url));
    }

    /// <inheritdoc cref="Url(string)"/>
    public static UrlSource Url(Uri url) => new(url);

    /// <summary>Text that the provider speaks.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">Language tag such as <c>en-US</c> (BCP 47); null leaves it to the provider.</param>
    /// <param name="voice">The vendor's name of the voice; null leaves it to the provider.</param>
    public static SpeechSource Speech(string text, string? language = null, string? voice = null) =>
        new(text) { Language = language, Voice = voice };

    /// <summary>Marked-up text (SSML) that the provider speaks.</summary>
    /// <param name="ssml">A complete SSML document, <c>speak</c> element included.</param>
    /// <param name="language">Language tag such as <c>en-US</c>; null leaves it to the provider or to the document.</param>
    /// <param name="voice">The vendor's name of the voice; null leaves it to the provider or to the document.</param>
    public static SpeechSource Ssml(string ssml, string? language = null, string? voice = null) =>
        new(ssml) { IsSsml = true, Language = language, Voice = voice };

    /// <summary>Silence.</summary>
    /// <param name="duration">Its length; null for silence until it is stopped, replaced, or the call ends.</param>
    public static SilenceSource Silence(TimeSpan? duration = null) => new(duration);

    /// <summary>A ringing tone.</summary>
    /// <param name="country">Two-letter country code (ISO 3166-1) whose tone is meant, such as <c>us</c>; null leaves it to the provider.</param>
    /// <param name="duration">Its length; null until it is stopped, replaced, or the call ends.</param>
    public static RingtoneSource Ringtone(string? country = null, TimeSpan? duration = null) => new(country, duration);

    /// <summary>A file kept at the provider.</summary>
    /// <param name="id">The vendor's name or number of the file.</param>
    public static LibrarySource Library(string id) => new(id);

    /// <summary>Audio in memory.</summary>
    /// <param name="bytes">The encoded audio. Not copied: leave it unchanged until the playback was accepted.</param>
    /// <param name="format">How the bytes are packed.</param>
    public static AudioSource Audio(ReadOnlyMemory<byte> bytes, AudioFormat format) => new(bytes, format);

    /// <summary>The source's kind, without content.</summary>
    public sealed override string ToString() => GetType().Name;
}

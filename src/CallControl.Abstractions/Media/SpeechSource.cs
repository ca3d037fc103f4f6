namespace CallControl;

/// <summary>Text to be spoken: <see cref="MediaSource.Speech"/>, <see cref="MediaSource.Ssml"/>.</summary>
public sealed record SpeechSource : MediaSource
{
    internal SpeechSource(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Text = text;
    }

    /// <summary>The text, plain or SSML.</summary>
    public string Text { get; }

    /// <summary>Whether <see cref="Text"/> is an SSML document.</summary>
    public bool IsSsml { get; init; }

    /// <summary>Language tag (BCP 47), or null for the provider's choice.</summary>
    public string? Language { get; init; }

    /// <summary>The vendor's name of the voice, or null for the provider's choice.</summary>
    public string? Voice { get; init; }
}

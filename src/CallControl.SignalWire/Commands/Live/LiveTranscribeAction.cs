namespace CallControl.SignalWire;

/// <summary>What is done with a live transcription.</summary>
public sealed record LiveTranscribeAction : LiveAction
{
    private LiveTranscribeAction(string name, SignalWireCommandPart? settings)
        : base(name, settings)
    {
    }

    /// <summary>Ends it.</summary>
    public static LiveTranscribeAction Stop { get; } = new("stop", null);

    /// <summary>Starts it.</summary>
    /// <param name="settings">How.</param>
    public static LiveTranscribeAction Start(LiveTranscribeStart settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new LiveTranscribeAction("start", settings);
    }

    /// <summary>Sums up what was said so far.</summary>
    /// <param name="summary">How.</param>
    public static LiveTranscribeAction Summarize(LiveSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new LiveTranscribeAction("summarize", summary);
    }
}

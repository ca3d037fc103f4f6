namespace CallControl.SignalWire;

/// <summary>What is done with a live translation.</summary>
public sealed record LiveTranslateAction : LiveAction
{
    private LiveTranslateAction(string name, SignalWireCommandPart? settings)
        : base(name, settings)
    {
    }

    /// <summary>Ends it.</summary>
    public static LiveTranslateAction Stop { get; } = new("stop", null);

    /// <summary>Starts it.</summary>
    /// <param name="settings">How.</param>
    public static LiveTranslateAction Start(LiveTranslateStart settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new LiveTranslateAction("start", settings);
    }

    /// <summary>Sums up what was said so far.</summary>
    /// <param name="summary">How.</param>
    public static LiveTranslateAction Summarize(LiveSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new LiveTranslateAction("summarize", summary);
    }

    /// <summary>Says something, translated, to one of the sides.</summary>
    /// <param name="injection">What, and to whom.</param>
    public static LiveTranslateAction Inject(LiveInjection injection)
    {
        ArgumentNullException.ThrowIfNull(injection);
        return new LiveTranslateAction("inject", injection);
    }
}

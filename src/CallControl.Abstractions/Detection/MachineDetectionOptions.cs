namespace CallControl;

/// <summary>How to find out whether a person or a machine answered.</summary>
public sealed record MachineDetectionOptions
{
    /// <summary>Whether to wait for the end of a machine's greeting (its beep), so that a message can be left.</summary>
    public bool WaitForBeep { get; init; }

    /// <summary>How long to listen before giving up as <see cref="AnsweredBy.Unknown"/>.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 3.5 s to 30 s).</value>
    public TimeSpan? Timeout { get; init; }
}

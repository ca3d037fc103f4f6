namespace CallControl;

/// <summary>The provider made up its mind about who answered.</summary>
public sealed record MachineDetected : CallEvent
{
    /// <summary>Who.</summary>
    public AnsweredBy AnsweredBy { get; init; }

    /// <summary>Whether this is the end of a machine's greeting.</summary>
    public bool BeepHeard { get; init; }
}

namespace CallControl.Testing;

/// <summary>What a number does when the application calls it.</summary>
public enum CalleeBehavior
{
    /// <summary>A person answers after the ring time of the emulator's options.</summary>
    Answer,

    /// <summary>An answering machine answers after the ring time.</summary>
    Machine,

    /// <summary>The line is busy, which is told after the ring time.</summary>
    Busy,

    /// <summary>The call is refused after the ring time.</summary>
    Reject,

    /// <summary>Rings until the command's time-out is over.</summary>
    NoAnswer,

    /// <summary>Rings until the test decides, through the emulator's <c>WaitForDialAsync</c>, or the time-out is over.</summary>
    Manual,
}

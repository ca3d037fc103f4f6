namespace CallControl.Testing;

/// <summary>What a number does when the application calls it.</summary>
public enum CalleeBehavior
{
    /// <summary>A person answers after <see cref="TelnyxEmulatorOptions.RingTime"/>.</summary>
    Answer,

    /// <summary>An answering machine answers after <see cref="TelnyxEmulatorOptions.RingTime"/>.</summary>
    Machine,

    /// <summary>The line is busy, which is told after <see cref="TelnyxEmulatorOptions.RingTime"/>.</summary>
    Busy,

    /// <summary>The call is refused after <see cref="TelnyxEmulatorOptions.RingTime"/>.</summary>
    Reject,

    /// <summary>Rings until the command's <c>timeout_secs</c> are over.</summary>
    NoAnswer,

    /// <summary>Rings until the test decides, through <see cref="TelnyxEmulator.WaitForDialAsync"/>, or the time-out is over.</summary>
    Manual,
}

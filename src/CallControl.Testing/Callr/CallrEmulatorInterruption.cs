namespace CallControl.Testing;

/// <summary>
/// What the POST that reports a hang-up tells of the command it interrupted. Unverified: the vendor documents none of it.
/// </summary>
public enum CallrEmulatorInterruption
{
    /// <summary>What is known: of <c>read</c> the digits so far, of <c>record</c> the file's name, of anything else nothing.</summary>
    KnownResult,

    /// <summary>An empty result.</summary>
    NoResult,
}

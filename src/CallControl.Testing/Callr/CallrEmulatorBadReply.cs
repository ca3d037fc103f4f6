namespace CallControl.Testing;

/// <summary>
/// What an emulated CALLR does with a reply that names no command: too late, none at all, not 200, not JSON, or of an unknown command.
/// Unverified: the vendor documents none of it.
/// </summary>
public enum CallrEmulatorBadReply
{
    /// <summary>Ends the call; the <c>HANGUP</c> POST carries the previous command.</summary>
    HangUp,

    /// <summary>Says so in the <c>command_error</c> of another POST; three such replies in a row end the call all the same.</summary>
    ReportError,
}

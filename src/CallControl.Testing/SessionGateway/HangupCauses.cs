namespace CallControl.Testing;

/// <summary>
/// From the cause names that <c>hangup</c> takes to the lower-case ones that <c>call.hangup</c> reports. The reported names but the
/// last are documented; that one is cut off after "unavail", and which cause becomes which name is not documented.
/// </summary>
internal static class HangupCauses
{
    public const string Completed = "completed";
    public const string Busy = "busy";
    public const string Rejected = "rejected";
    public const string NoAnswer = "no_answer";
    public const string Unavailable = "unavailable";

    public static string Sanitize(string cause) => cause switch
    {
        "NORMAL_CLEARING" or "NORMAL_UNSPECIFIED" or "SUCCESS" => Completed,
        "USER_BUSY" => Busy,
        "CALL_REJECTED" => Rejected,
        "NO_ANSWER" or "NO_USER_RESPONSE" or "ORIGINATOR_CANCEL" => NoAnswer,
        _ => Unavailable,
    };
}

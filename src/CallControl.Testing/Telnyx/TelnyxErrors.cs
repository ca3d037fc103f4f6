namespace CallControl.Testing;

/// <summary>The vendor's error codes that the emulator uses, with the titles of the vendor's table.</summary>
/// <remarks>
/// Unverified: which of the table's codes a body that breaks the schema earns. Here a missing field is 10004, a value outside of an
/// enumeration 10032, a number outside of its range 10033, a text or list of wrong length 10025, a wrong JSON type 10026, an unknown
/// field 10027.
/// </remarks>
internal static class TelnyxErrors
{
    public const string InvalidUrl = "10003";
    public const string MissingParameter = "10004";
    public const string NotFound = "10005";
    public const string InvalidId = "10006";
    public const string Unexpected = "10007";
    public const string AuthenticationFailed = "10009";
    public const string AuthorizationFailed = "10010";
    public const string TooManyRequests = "10011";
    public const string BadRequest = "10015";
    public const string NotE164 = "10016";
    public const string Length = "10025";
    public const string ParameterType = "10026";
    public const string Unprocessable = "10027";
    public const string MethodNotAllowed = "10030";
    public const string NotInEnumeration = "10032";
    public const string OutOfRange = "10033";
    public const string ServiceUnavailable = "10037";
    public const string TerminatingDigit = "90007";
    public const string ValidDigits = "90008";
    public const string Digits = "90014";
    public const string InvalidCall = "90015";
    public const string Stop = "90016";
    public const string ClientState = "90017";
    public const string CallEnded = "90018";
    public const string RecordingTooEarly = "90020";
    public const string MinimumDigits = "90022";
    public const string NotForked = "90031";
    public const string NotAnswered = "90034";
    public const string NotInQueue = "90035";
    public const string QueueFull = "90036";
    public const string QueueSizeFixed = "90037";
    public const string AlreadyInQueue = "90038";
    public const string StreamingUsed = "90045";
    public const string StreamingFailed = "90046";
    public const string StreamingNotUsed = "90048";
    public const string RecordingWhileTranscribing = "90053";
    public const string TranscriptionRunning = "90054";
    public const string TranscriptionNotRunning = "90055";
    public const string UnknownEventType = "90057";
    public const string AssistantRunning = "90061";
    public const string InvalidCommand = "90102";
    public const string TooManyDials = "90103";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [InvalidUrl] = "Invalid URL",
        [MissingParameter] = "Missing required parameter",
        [NotFound] = "Resource not found",
        [InvalidId] = "Invalid ID",
        [Unexpected] = "Unexpected error",
        [AuthenticationFailed] = "Authentication failed",
        [AuthorizationFailed] = "Authorization failed",
        [TooManyRequests] = "Too many requests",
        [BadRequest] = "Bad Request",
        [NotE164] = "Phone number must be in +E.164 format",
        [Length] = "String length out of range",
        [ParameterType] = "Invalid parameter type",
        [Unprocessable] = "Unprocessable Entity",
        [MethodNotAllowed] = "Method not allowed",
        [NotInEnumeration] = "Invalid enumerated value",
        [OutOfRange] = "Value outside of range",
        [ServiceUnavailable] = "Service unavailable",
        [TerminatingDigit] = "Invalid value for terminating_digit",
        [ValidDigits] = "Invalid value for valid_digits",
        [Digits] = "Invalid value for digits",
        [InvalidCall] = "Invalid Call Control ID",
        [Stop] = "Invalid value for stop",
        [ClientState] = "Invalid value for client_state",
        [CallEnded] = "Call has already ended",
        [RecordingTooEarly] = "Call recording triggered before audio started",
        [MinimumDigits] = "Invalid value for minimum_digits",
        [NotForked] = "Call is not currently forked",
        [NotAnswered] = "Call has not been answered yet",
        [NotInQueue] = "Call not in queue",
        [QueueFull] = "Queue full",
        [QueueSizeFixed] = "Queue max_size cannot be modified",
        [AlreadyInQueue] = "Call already in queue",
        [StreamingUsed] = "Media Streaming is used.",
        [StreamingFailed] = "Media Streaming Failed.",
        [StreamingNotUsed] = "Media Streaming is not used.",
        [RecordingWhileTranscribing] = "Call recording triggered with 'timeout_secs' while transcribing",
        [TranscriptionRunning] = "Call Transcription is already in progress",
        [TranscriptionNotRunning] = "Call transcription can not be stopped",
        [UnknownEventType] = "Invalid call control event type for webhook_urls",
        [AssistantRunning] = "AI Assistant is already in progress",
        [InvalidCommand] = "Command is invalid",

        // The vendor's title is not known.
        [TooManyDials] = "Dials per second exceeded",
    };

    public static string TitleOf(string code) => Titles[code];
}

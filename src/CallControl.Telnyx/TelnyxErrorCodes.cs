namespace CallControl.Telnyx;

/// <summary>The codes in refusals of Telnyx that a caller meets most; <see cref="ProviderError.Code"/> has them.</summary>
/// <remarks>There are more, and what they mean depends on the HTTP status: that one decides first.</remarks>
public static class TelnyxErrorCodes
{
    /// <summary>A member that must be given is missing.</summary>
    public const string MissingParameter = "10004";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "10005";

    /// <summary>The vendor failed.</summary>
    public const string UnexpectedError = "10007";

    /// <summary>The vendor took too long.</summary>
    public const string RequestTimeout = "10008";

    /// <summary>The key is wrong.</summary>
    public const string AuthenticationFailed = "10009";

    /// <summary>The key may not do this.</summary>
    public const string AuthorizationFailed = "10010";

    /// <summary>Too many requests, with status 429; with status 422 another refusal.</summary>
    public const string TooManyRequests = "10011";

    /// <summary>The request is wrong; among others a <c>connection_id</c> that is none, or whose application has no address for webhooks.</summary>
    public const string BadRequest = "10015";

    /// <summary>A number is not written as E.164.</summary>
    public const string NumberNotE164 = "10016";

    /// <summary>A value is none of those that are allowed.</summary>
    public const string InvalidEnumeratedValue = "10032";

    /// <summary>A value is out of range.</summary>
    public const string ValueOutOfRange = "10033";

    /// <summary>The thing is locked for now.</summary>
    public const string ResourceLocked = "10035";

    /// <summary>The thing is being worked on.</summary>
    public const string ResourceBeingProcessed = "10036";

    /// <summary>The vendor is not available.</summary>
    public const string ServiceUnavailable = "10037";

    /// <summary>The account may not use the feature.</summary>
    public const string FeatureNotPermitted = "10038";

    /// <summary>The account may use the feature within limits only.</summary>
    public const string FeatureLimited = "10039";

    /// <summary>The account is not active.</summary>
    public const string AccountInactive = "20012";

    /// <summary>The account is blocked.</summary>
    public const string AccountBlocked = "20013";

    /// <summary>The account is not verified.</summary>
    public const string AccountUnverified = "20014";

    /// <summary>The feature is not enabled for the account.</summary>
    public const string FeatureNotEnabled = "20015";

    /// <summary>The account is not verified to level 1.</summary>
    public const string AccountNotLevel1 = "20016";

    /// <summary>The account is not verified to level 2.</summary>
    public const string AccountNotLevel2 = "20017";

    /// <summary>The account has no money left.</summary>
    public const string InsufficientFunds = "20100";

    /// <summary>The call control id is none.</summary>
    public const string InvalidCallControlId = "90015";

    /// <summary>The client state is not base64.</summary>
    public const string InvalidClientState = "90017";

    /// <summary>The leg is over; harmless after hanging up.</summary>
    public const string CallEnded = "90018";

    /// <summary>The conference is over.</summary>
    public const string ConferenceEnded = "90019";

    /// <summary>There is no audio to record yet.</summary>
    public const string NoAudioYet = "90020";

    /// <summary>Nothing is forked.</summary>
    public const string NotForked = "90031";

    /// <summary>The leg is not answered yet.</summary>
    public const string CallNotAnswered = "90034";

    /// <summary>The leg is in no queue.</summary>
    public const string NotInQueue = "90035";

    /// <summary>The queue is full.</summary>
    public const string QueueFull = "90036";

    /// <summary>The size of a queue cannot be changed.</summary>
    public const string QueueSizeFixed = "90037";

    /// <summary>The leg is in a queue already.</summary>
    public const string AlreadyInQueue = "90038";

    /// <summary>A file could not be fetched.</summary>
    public const string AudioDownloadFailed = "90040";

    /// <summary>The account has no channel left.</summary>
    public const string UserChannelLimit = "90041";

    /// <summary>The outbound voice profile has no channel left.</summary>
    public const string ProfileChannelLimit = "90042";

    /// <summary>The connection has no channel left.</summary>
    public const string ConnectionChannelLimit = "90043";

    /// <summary>The leg is streamed already.</summary>
    public const string StreamingInUse = "90045";

    /// <summary>The stream failed.</summary>
    public const string StreamingFailed = "90046";

    /// <summary>The leg is not streamed.</summary>
    public const string StreamingNotInUse = "90048";

    /// <summary>A recording that ends at silence and a transcription exclude each other.</summary>
    public const string RecordingWhileTranscribing = "90053";

    /// <summary>The leg is transcribed already.</summary>
    public const string TranscriptionInProgress = "90054";

    /// <summary>The transcription cannot be ended.</summary>
    public const string TranscriptionNotStoppable = "90055";

    /// <summary>A key of <c>webhook_urls</c> is no event.</summary>
    public const string InvalidWebhookEvent = "90057";

    /// <summary>An assistant is on the leg already.</summary>
    public const string AssistantInProgress = "90061";

    /// <summary>The command does not fit the leg: an answer to a leg that was dialled.</summary>
    public const string InvalidCommand = "90102";

    /// <summary>Too many dials a second.</summary>
    public const string DialRateExceeded = "90103";
}

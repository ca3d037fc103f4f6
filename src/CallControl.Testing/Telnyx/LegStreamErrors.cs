namespace CallControl.Testing;

/// <summary>The codes of the error messages on a stream.</summary>
internal static class LegStreamErrors
{
    public const int MalformedFrame = 100003;
    public const int InvalidMedia = 100004;
    public const int RateLimitReached = 100005;

    public static string TitleOf(int code) => code switch
    {
        MalformedFrame => "malformed_frame",
        InvalidMedia => "invalid_media",
        _ => "rate_limit_reached",
    };
}

namespace CallControl.Providers;

/// <summary>What a vendor is answered.</summary>
public sealed class InboundResponse
{
    private const string Json = "application/json";
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(5);

    private InboundResponse(int statusCode)
    {
        StatusCode = statusCode;
    }

    /// <summary>Taken: 200, no body. Not 204: vendors do not all document which statuses count as success.</summary>
    public static InboundResponse Accepted { get; } = new(200);

    /// <summary>Not from the vendor, as far as can be told: 401.</summary>
    public static InboundResponse Unauthorized { get; } = new(401);

    /// <summary>Not an address of the provider's: 404.</summary>
    public static InboundResponse NotFound { get; } = new(404);

    /// <summary>Not what this address takes: 405.</summary>
    public static InboundResponse MethodNotAllowed { get; } = new(405);

    /// <summary>Not the media type that this address takes: 415.</summary>
    public static InboundResponse UnsupportedMediaType { get; } = new(415);

    /// <summary>No room now: 503 with a pause after which the vendor should deliver again.</summary>
    public static InboundResponse Busy { get; } = new(503) { RetryAfter = BusyPause };

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The body's media type; null when there is no body.</summary>
    public string? ContentType { get; private init; }

    /// <summary>How long the vendor should wait before it delivers again; null for no advice.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>How to authenticate, for <c>WWW-Authenticate</c>; null when that is not to be told.</summary>
    public string? Challenge { get; private init; }

    /// <summary>What is wrong, for this host's own log; never sent. Null when nothing is.</summary>
    public string? Problem { get; private init; }

    /// <summary>Not from the vendor, as far as can be told, and why: 401.</summary>
    /// <param name="problem">What is wrong, for this host's log; nothing that helps a stranger who reads it.</param>
    public static InboundResponse Untrusted(string problem) => new(401) { Problem = problem };

    /// <summary>Without the credentials that are asked for, or with wrong ones: 401.</summary>
    /// <param name="challenge">How to authenticate (RFC 9110, section 11.6.1): <c>Basic realm="..."</c>.</param>
    /// <param name="problem">What is wrong, for this host's log; nothing that helps a stranger who reads it.</param>
    public static InboundResponse Unauthenticated(string challenge, string problem) => new(401) { Challenge = challenge, Problem = problem };

    /// <summary>Not readable: 400.</summary>
    /// <param name="problem">What is wrong, for this host's log.</param>
    public static InboundResponse Malformed(string problem) => new(400) { Problem = problem };

    /// <summary>Taken, with an answer that the vendor acts upon: 200.</summary>
    /// <param name="utf8Json">The answer.</param>
    public static InboundResponse WithJson(ReadOnlyMemory<byte> utf8Json) => new(200) { Body = utf8Json, ContentType = Json };
}

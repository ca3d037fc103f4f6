namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>What every endpoint must make of one failure mapping.</summary>
/// <param name="Case">The mapping's name without <see cref="GatewayMapping.FailurePrefix"/>.</param>
/// <param name="Kind">The exception.</param>
/// <param name="Effect">What is known of the command's effect.</param>
/// <param name="IsTransient">Whether another try may help.</param>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Title">The text of the gateway's <c>error</c>.</param>
internal sealed record GatewayFailure(string Case, Type Kind, CommandEffect Effect, bool IsTransient, int Status = 0, string? Title = null)
{
    private const CommandEffect NotApplied = CommandEffect.NotApplied;
    private const CommandEffect Unknown = CommandEffect.Unknown;

    private static readonly Type Rejected = typeof(CommandRejectedException);
    private static readonly Type Authentication = typeof(AuthenticationFailedException);
    private static readonly Type RateLimited = typeof(RateLimitedException);
    private static readonly Type Unavailable = typeof(ProviderUnavailableException);

    /// <summary>One for each failure mapping but <see cref="TestedApart"/>.</summary>
    public static IReadOnlyList<GatewayFailure> All { get; } =
    [
        new("400", Rejected, NotApplied, IsTransient: false, 400, "Invalid request body"),
        new("400-missing-app-id", Rejected, NotApplied, IsTransient: false, 400, "Missing X-App-ID header"),
        new("401", Authentication, NotApplied, IsTransient: false, 401, "Invalid API key"),
        new("403", Authentication, NotApplied, IsTransient: false, 403, "Session belongs to a different application"),
        new("404", Rejected, NotApplied, IsTransient: false, 404, "Session not found"),
        new("409", Rejected, NotApplied, IsTransient: false, 409, "Conference name already taken for this application"),
        new("429", RateLimited, NotApplied, IsTransient: true, 429, "Rate limit exceeded"),
        new("429-retry-after", RateLimited, NotApplied, IsTransient: true, 429, "Rate limit exceeded"),
        new("500", Unavailable, Unknown, IsTransient: true, 500, "Internal server error"),
        new("503", Unavailable, Unknown, IsTransient: true, 503, "Admin API is disabled"),
        new("non-json", Unavailable, Unknown, IsTransient: true, 502),
        new("empty-body", Unavailable, Unknown, IsTransient: true, 500),
        new("huge", Unavailable, Unknown, IsTransient: true, 500),
        new("reset", Unavailable, Unknown, IsTransient: true),
    ];

    /// <summary>Failures that not every endpoint meets in the same way, or that take time.</summary>
    public static IReadOnlyList<string> TestedApart { get; } = ["slow", "malformed-success"];

    /// <summary>The failure of a mapping.</summary>
    public static GatewayFailure Of(string @case) => All.Single(failure => failure.Case == @case);

    /// <summary>The exception for one endpoint: 404 on a session means that the call is over.</summary>
    public Type KindFor(GatewayCall call) => Status == 404 && call.IsSessionCommand ? typeof(CallEndedException) : Kind;

    /// <summary>How much of the body must be kept, in bytes; null where the mapping has the whole of it.</summary>
    public int? CutAt => Case is "huge" or "non-json" ? 8 * 1024 : null;
}

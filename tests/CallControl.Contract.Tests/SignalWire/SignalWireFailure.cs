namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What every operation must make of one failure mapping.</summary>
/// <param name="Case">The mapping's name without <see cref="SignalWireMapping.FailurePrefix"/>.</param>
/// <param name="Kind">The exception.</param>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Code">The code of the first error; null where the answer has none.</param>
/// <param name="IsTransient">Whether another try may help.</param>
internal sealed record SignalWireFailure(string Case, Type Kind, int Status, string? Code = null, bool IsTransient = false)
{
    private static readonly Type Rejected = typeof(CommandRejectedException);
    private static readonly Type Ended = typeof(CallEndedException);
    private static readonly Type Authentication = typeof(AuthenticationFailedException);
    private static readonly Type RateLimited = typeof(RateLimitedException);
    private static readonly Type Unavailable = typeof(ProviderUnavailableException);
    private static readonly Type Protocol = typeof(ProviderProtocolException);

    /// <summary>One for each failure mapping but <see cref="TestedApart"/>.</summary>
    public static IReadOnlyList<SignalWireFailure> All { get; } =
    [
        new("400", Rejected, 400) { Title = "Bad Request" },
        new("401", Authentication, 401) { Title = "Unauthorized" },
        new("403", Authentication, 403) { Title = "Forbidden" },
        new("403-empty", Authentication, 403),
        new("403-rest", Authentication, 403, "unauthorized_scope") { Title = "Forbidden" },
        new("403-balance", Rejected, 403, "insufficient_balance") { Title = "validation_error" },
        new("404", Ended, 404) { Title = "Not Found" },
        new("404-rest", Ended, 404, "not_found") { Title = "Not Found" },
        new("404-page", Protocol, 404),
        new("409", Rejected, 409) { Title = "Conflict" },
        new("409-empty", Rejected, 409),
        new("409-errors", Rejected, 409, "invalid_state") { Title = "state_error" },
        new("410", Ended, 410) { Title = "Gone" },
        new("422", Rejected, 422) { Title = "validation_error" },
        new("422-several", Rejected, 422, "missing_required_parameter") { Title = "validation_error" },
        new("422-no-attribute", Rejected, 422, "invalid_object") { Title = "validation_error" },
        new("422-status-code", Rejected, 422, "invalid_parameter") { Title = "validation_error" },
        new("422-new-code", Rejected, 422, "brand_new_code") { Title = "validation_error" },
        new("422-number-code", Rejected, 422, "4711") { Title = "validation_error" },
        new("422-plain", Rejected, 422) { Title = "Unprocessable Entity" },
        new("422-empty-errors", Rejected, 422),
        new("422-no-errors", Rejected, 422),
        new("422-try-again", Rejected, 422, "call_update_failed", IsTransient: true) { Title = "validation_error" },
        new("422-rate", RateLimited, 422, "rate_limit_exceeded", IsTransient: true) { Title = "validation_error" },
        new("422-queue-full", RateLimited, 422, "max_queued_calls_exceeded", IsTransient: true) { Title = "validation_error" },
        new("429", RateLimited, 429, IsTransient: true) { Title = "Too Many Requests" },
        new("429-retry-after", RateLimited, 429, IsTransient: true) { Title = "Too Many Requests", Wait = TimeSpan.FromSeconds(3) },
        new("429-errors", RateLimited, 429, "rate_limit_exceeded", IsTransient: true) { Title = "validation_error" },
        new("429-empty", RateLimited, 429, IsTransient: true),
        new("500", Unavailable, 500, IsTransient: true) { Title = "Internal Server Error" },
        new("500-conflict", Rejected, 500, "call_update_failed", IsTransient: true) { Title = "validation_error" },
        new("503", Unavailable, 503, IsTransient: true) { Title = "Service Unavailable" },
        new("non-json", Unavailable, 502, IsTransient: true),
        new("empty-body", Unavailable, 500, IsTransient: true),
        new("huge", Unavailable, 500, IsTransient: true),
        new("moved", Protocol, 307),
        new("reset", Unavailable, 0, IsTransient: true),
    ];

    /// <summary>Failures that not every operation meets in the same way, or that take time.</summary>
    public static IReadOnlyList<string> TestedApart { get; } = ["422-ended", "slow", "malformed-success", "empty-success", "other-success"];

    /// <summary>The failures that every operation is run with; the others with a few of each kind of operation: what reads them is the same for all.</summary>
    public static IReadOnlyList<string> OfEveryOperation { get; } = ["400", "401", "403", "404", "409", "422", "429", "500", "reset"];

    /// <summary>The operations that are run with all failures.</summary>
    public static IReadOnlyList<string> OperationsWithAll { get; } = ["dial", "update", "calling.play", "calling.play.stop", "calling.disconnect", "get_log", "list_logs"];

    /// <summary>The error in short; null where the answer has none.</summary>
    public string? Title { get; init; }

    /// <summary>What the vendor asks to wait; null where it does not.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What is known of the effect.</summary>
    public CommandEffect Effect => Kind == Unavailable || Kind == Protocol ? CommandEffect.Unknown : CommandEffect.NotApplied;

    /// <summary>How much of the body must be kept, in bytes; null for the whole of it.</summary>
    public int? CutAt => Case is "huge" or "non-json" ? 8 * 1024 : null;

    /// <summary>The failure of a mapping, as one operation must see it.</summary>
    public static SignalWireFailure Of(string @case, SignalWireOperation operation)
    {
        var failure = All.Single(failure => failure.Case == @case);
        if (failure.Kind == Ended && !operation.ConcernsCall) return failure with { Kind = Rejected };
        return @case == "422" ? failure with { Code = SignalWireRefusal.Of(operation.Name).Code } : failure;
    }
}

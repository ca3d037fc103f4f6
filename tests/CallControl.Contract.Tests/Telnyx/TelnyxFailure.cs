namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What every operation must make of one failure mapping.</summary>
/// <param name="Case">The mapping's name without <see cref="TelnyxMapping.FailurePrefix"/>.</param>
/// <param name="Kind">The exception.</param>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Code">The code of the first error; null where the answer has none that can be read.</param>
/// <param name="IsTransient">Whether another try may help.</param>
internal sealed record TelnyxFailure(string Case, Type Kind, int Status, string? Code, bool IsTransient = false)
{
    // The codes of the vendor's list that say "later" or "after the answer".
    private static readonly string[] PassesByItself = ["90020", "90034", "90040", "90041", "90042", "90043"];

    private static readonly Type Rejected = typeof(CommandRejectedException);
    private static readonly Type Authentication = typeof(AuthenticationFailedException);
    private static readonly Type RateLimited = typeof(RateLimitedException);
    private static readonly Type Unavailable = typeof(ProviderUnavailableException);

    /// <summary>One for each failure mapping but <see cref="TestedApart"/>.</summary>
    public static IReadOnlyList<TelnyxFailure> All { get; } =
    [
        new("400", Rejected, 400, "10015"),
        new("400-audio", Rejected, 400, "90040", IsTransient: true),
        new("401", Authentication, 401, "10009"),
        new("403", Authentication, 403, "10010"),
        new("403-account", Authentication, 403, "20012"),
        new("404", Rejected, 404, "10005"),
        new("422", Rejected, 422, null),
        new("422-srtp", Rejected, 422, "10011"),
        new("422-several", Rejected, 422, "10004"),
        new("422-number-code", Rejected, 422, "10032"),
        new("422-no-errors", Rejected, 422, null),
        new("422-empty-errors", Rejected, 422, null),
        new("429", RateLimited, 429, "10011", IsTransient: true) { Wait = TimeSpan.FromSeconds(2) },
        new("429-epoch", RateLimited, 429, "10011", IsTransient: true) { Wait = TimeSpan.FromHours(1) },
        new("429-retry-after-ms", RateLimited, 429, "10011", IsTransient: true) { Wait = TimeSpan.FromSeconds(1.5) },
        new("429-bare", RateLimited, 429, "10011", IsTransient: true),
        new("500", Unavailable, 500, "10007", IsTransient: true),
        new("503", Unavailable, 503, "10007", IsTransient: true),
        new("non-json", Unavailable, 502, null, IsTransient: true),
        new("empty-body", Unavailable, 500, null, IsTransient: true),
        new("huge", Unavailable, 500, "10007", IsTransient: true),
        new("reset", Unavailable, 0, null, IsTransient: true),
    ];

    /// <summary>Failures that not every operation meets in the same way, or that take time.</summary>
    public static IReadOnlyList<string> TestedApart { get; } =
        ["422-ended", "429-dials", "slow", "malformed-success", "empty-success", "other-success"];

    /// <summary>What the vendor asks to wait; null where it does not.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What is known of the effect.</summary>
    public CommandEffect Effect => Kind == Unavailable ? CommandEffect.Unknown : CommandEffect.NotApplied;

    /// <summary>How much of the body must be kept, in bytes; null where the mapping has the whole of it.</summary>
    public int? CutAt => Case is "huge" or "non-json" ? 8 * 1024 : null;

    /// <summary>The failure of a mapping, as one operation must see it.</summary>
    public static TelnyxFailure Of(string @case, TelnyxOperation operation)
    {
        var failure = All.Single(failure => failure.Case == @case);
        return @case switch
        {
            "404" when operation.ConcernsCall => failure with { Kind = typeof(CallEndedException) },
            "422" => failure.As(TelnyxRefusal.Of(operation.Name).Code),
            _ => failure,
        };
    }

    // 90018 means that the call has ended.
    private TelnyxFailure As(string code) =>
        this with { Code = code, Kind = code == "90018" ? typeof(CallEndedException) : Kind, IsTransient = PassesByItself.Contains(code) };
}

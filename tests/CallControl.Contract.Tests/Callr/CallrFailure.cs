namespace CallControl.Contract.Tests.Callr;

/// <summary>What every method must make of one failure mapping.</summary>
/// <param name="Case">The mapping's name without <see cref="CallrMapping.FailurePrefix"/>.</param>
/// <param name="Kind">The exception.</param>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="Code">The error's name, or its number where it has no name; null where the answer is no JSON-RPC error.</param>
internal sealed record CallrFailure(string Case, Type Kind, int Status, string? Code = null)
{
    private static readonly Type Rejected = typeof(CommandRejectedException);
    private static readonly Type Authentication = typeof(AuthenticationFailedException);
    private static readonly Type RateLimited = typeof(RateLimitedException);
    private static readonly Type Unavailable = typeof(ProviderUnavailableException);
    private static readonly Type Protocol = typeof(ProviderProtocolException);

    /// <summary>One for each failure mapping but <see cref="TestedApart"/>.</summary>
    public static IReadOnlyList<CallrFailure> All { get; } =
    [
        new("property-value", Rejected, 200, "PROPERTY_VALUE_ERROR") { Title = "options.cli", Number = 151 },
        new("property-type", Rejected, 200, "PROPERTY_TYPE_ERROR") { Title = "to", Number = 151 },
        new("param-format", Rejected, 200, "INVALID_PARAM_FORMAT") { Title = "target", Number = 150 },
        new("bad-app-type", Rejected, 200, "BAD_APP_TYPE") { Number = 205 },
        new("forbidden", Rejected, 200, "FORBIDDEN") { Number = 100 },
        new("free-text", Rejected, 200, "115") { Title = "The file for +33622222222 is not there", Number = 115 },
        new("new-name", Rejected, 200, "BRAND_NEW_REASON") { Title = "a.b", Number = 1000 },
        new("oops", Unavailable, 200, "0") { Title = "Oops, Internal Error. It was not you.", Number = 0 },
        new("method-not-found", Rejected, 200, "METHOD_NOT_FOUND") { Number = -32601 },
        new("invalid-params", Rejected, 200, "-32602") { Title = "Invalid params", Number = -32602 },
        new("parse-error", Rejected, 200, "-32700") { Title = "Parse error", Number = -32700 },
        new("internal-error", Unavailable, 200, "-32603") { Title = "Server trouble", Number = -32603 },
        new("400-error", Rejected, 400, "PROPERTY_VALUE_ERROR") { Title = "app", Number = 151 },
        new("401", Authentication, 401),
        new("401-error", Authentication, 401, "FORBIDDEN") { Number = 100 },
        new("403-page", Authentication, 403),
        new("403-error", Rejected, 403, "FORBIDDEN") { Number = 100 },
        new("404-page", Protocol, 404),
        new("429", RateLimited, 429) { Wait = TimeSpan.FromSeconds(3) },
        new("500-page", Unavailable, 500),
        new("500-error", Rejected, 500, "PROPERTY_TYPE_ERROR") { Title = "to", Number = 151 },
        new("500-free-text", Unavailable, 500, "0") { Title = "Something broke", Number = 0 },
        new("503", Unavailable, 503),
        new("empty-body", Unavailable, 500),
        new("moved", Protocol, 307),
        new("reset", Unavailable, 0),
    ];

    /// <summary>Failures that are met in another way, or that take time.</summary>
    public static IReadOnlyList<string> TestedApart { get; } =
        ["huge", "slow", "malformed-success", "list-success", "page-success", "empty-success", "no-result", "null-error", "other-id", "no-id"];

    /// <summary>The failures that every method is run with; the others with a few: what reads them is the same for all.</summary>
    public static IReadOnlyList<string> OfEveryMethod { get; } = ["property-value", "oops", "401", "500-page"];

    /// <summary>The methods that are run with all failures.</summary>
    public static IReadOnlyList<string> MethodsWithAll { get; } = ["calls.realtime", "calls.hangup", "apps.get_list"];

    /// <summary>The member that is meant, or the text where the error has no name; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The error's number; null where the answer is no JSON-RPC error.</summary>
    public long? Number { get; init; }

    /// <summary>What the vendor asks to wait; null where it does not.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What is known of the effect.</summary>
    public CommandEffect Effect => Kind == Unavailable || Kind == Protocol ? CommandEffect.Unknown : CommandEffect.NotApplied;

    /// <summary>Whether another try may help.</summary>
    public bool IsTransient => Kind == Unavailable || Kind == RateLimited;
}

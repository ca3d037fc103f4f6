namespace CallControl.Testing;

/// <summary>How an emulated session gateway is set up. Times run on <see cref="TimeProvider"/> unless they say otherwise.</summary>
/// <remarks>The two media functions run with the call locked: they must be quick and must not throw.</remarks>
public sealed class SessionGatewayEmulatorOptions
{
    /// <summary>The application that receives all calls. Default "test-app".</summary>
    public string AppId { get; init; } = "test-app";

    /// <summary>That application's <c>X-API-Key</c>. Default "test-api-key-0123456789".</summary>
    public string ApiKey { get; init; } = "test-api-key-0123456789";

    /// <summary>
    /// The <c>X-Admin-API-Key</c>. Default "test-admin-key-0123456789"; null disables the admin API, which then answers 503.
    /// </summary>
    public string? AdminApiKey { get; init; } = "test-admin-key-0123456789";

    /// <summary>Further applications, so that a call or a room of somebody else (403) can be tried. Default none.</summary>
    public IReadOnlyList<SessionGatewayApp> MoreApps { get; init; } = [];

    /// <summary>Where webhooks go at first; null, the default, turns them off until an address is set.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The shape of webhooks. Default <see cref="WebhookEnvelope.Nested"/>.</summary>
    public WebhookEnvelope Envelope { get; init; } = WebhookEnvelope.Nested;

    /// <summary>The clock of calls, cooldowns and retries. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long each media file plays when <see cref="MediaDurationOf"/> is null. Default 200 ms.</summary>
    public TimeSpan MediaDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a media file plays, by its address. Default null: all alike.</summary>
    public Func<Uri, TimeSpan>? MediaDurationOf { get; init; }

    /// <summary>Whether fetching a media file fails, by its address. Default null: all are found.</summary>
    public Func<Uri, bool>? IsMediaMissing { get; init; }

    /// <summary>How long the files of one command take to fetch, all together. Default 10 ms.</summary>
    public TimeSpan FetchDelay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long an answer command takes to take effect. Default zero.</summary>
    public TimeSpan AnswerDelay { get; init; } = TimeSpan.Zero;

    /// <summary>Whether commands sent faster than their group's cooldown earn 429. Default true.</summary>
    public bool EnforceCooldowns { get; init; } = true;

    /// <summary>Whether the admin API takes <c>http</c> webhook addresses. Default true.</summary>
    public bool AllowHttpWebhooks { get; init; } = true;

    /// <summary>Whether the admin API takes webhook addresses on loopback and private networks. Default true.</summary>
    public bool AllowLocalhostWebhooks { get; init; } = true;

    /// <summary>How many times a webhook is tried before it is put aside, at least 1. Default 5.</summary>
    public int MaxWebhookAttempts { get; init; } = 5;

    /// <summary>The wait before a webhook's second delivery; it doubles before each further one. Default 200 ms.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long the application may take to answer a webhook, in real time even on a manual clock, because the answer travels over a
    /// real socket. Default 5 s.
    /// </summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Fixes identifiers and the order of shuffled webhooks. Default 1.</summary>
    public int Seed { get; init; } = 1;

    internal TimeSpan DurationOf(IEnumerable<string> urls) =>
        urls.Aggregate(TimeSpan.Zero, (sum, url) => sum + (MediaDurationOf?.Invoke(new Uri(url)) ?? MediaDuration));

    internal string[] MissingOf(IEnumerable<string> urls) =>
        [.. urls.Where(url => IsMediaMissing?.Invoke(new Uri(url)) is true)];
}

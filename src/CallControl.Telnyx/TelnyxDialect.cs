using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How Telnyx authenticates, refuses and asks to wait.</summary>
/// <param name="provider">The registered name of the account.</param>
/// <param name="options">The account's options as they are now; asked for every command, so that a changed key is used at once.</param>
internal sealed class TelnyxDialect(string provider, Func<TelnyxOptions> options) : ProviderDialect
{
    // Numbers above are seconds since 1970, numbers below are seconds to go: the vendor's pages have both.
    private const double FirstEpoch = 1_000_000_000;

    // The longest time that a timer takes, rounded down to whole days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    /// <summary>Printable ASCII without the space: what a key may hold, and what fits into a header.</summary>
    internal static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(character => (char)character)]);

    public override string Provider { get; } = provider;

    public override TimeSpan Timeout => options().CommandTimeout;

    // Checked here, since a header that refuses a value may show it.
    public override void Authorize(HttpRequestMessage request, string? credentialScope)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = options().ApiKey;
        if (string.IsNullOrEmpty(key) || key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new AuthenticationFailedException(
                $"The provider '{Provider}' has no {nameof(TelnyxOptions.ApiKey)} that can be sent: set {nameof(TelnyxOptions)}.{nameof(TelnyxOptions.ApiKey)}.",
                new ErrorContext { Provider = Provider, Effect = CommandEffect.NotSent });
        }

        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
    }

    /// <remarks>Of several errors the first one decides; the texts of all are in <see cref="ProviderError.Detail"/>.</remarks>
    public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body)
    {
        var errors = TelnyxErrorReader.Read(body);
        if (errors.Count == 0)
            return new ProviderError { StatusCode = statusCode };

        var details = errors.Skip(1).Select(error => error.Detail ?? error.Title).Prepend(errors[0].Detail).Where(detail => !string.IsNullOrEmpty(detail));
        var detail = string.Join("; ", details);
        return new ProviderError
        {
            StatusCode = statusCode,
            Code = errors[0].Code,
            Title = errors[0].Title,
            Detail = detail.Length == 0 ? null : detail,
        };
    }

    /// <remarks>
    /// The status decides first: code 10005 is a call that is over with 404, and something else that is missing with 422; code 10011 is an excess of requests with 429, and another refusal with 422. Of 403, what the account may not use or pay
    /// is a refusal of the command, not of the key.
    /// </remarks>
    public override ProviderErrorKind Classify(ProviderError error, bool concernsCall)
    {
        ArgumentNullException.ThrowIfNull(error);
        return (error.StatusCode, error.Code) switch
        {
            (403, TelnyxErrorCodes.FeatureNotPermitted or TelnyxErrorCodes.FeatureLimited or TelnyxErrorCodes.FeatureNotEnabled
                or TelnyxErrorCodes.AccountNotLevel1 or TelnyxErrorCodes.AccountNotLevel2 or TelnyxErrorCodes.InsufficientFunds) => ProviderErrorKind.Rejected,
            (401 or 403 or 408 or 429 or < 400 or >= 500, _) => base.Classify(error, concernsCall),
            (_, TelnyxErrorCodes.CallEnded) => ProviderErrorKind.CallEnded,

            // Without the vendor's words it is no answer of the vendor's: the address is wrong.
            (404, null) => ProviderErrorKind.Protocol,
            (_, TelnyxErrorCodes.UnexpectedError or TelnyxErrorCodes.RequestTimeout or TelnyxErrorCodes.ServiceUnavailable) => ProviderErrorKind.Unavailable,
            (_, TelnyxErrorCodes.DialRateExceeded) => ProviderErrorKind.RateLimited,
            _ => base.Classify(error, concernsCall),
        };
    }

    /// <remarks>What passes by itself: a leg that is answered, audio that begins, a channel that becomes free, a thing that is no longer locked.</remarks>
    public override bool IsTransient(ProviderError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Code is TelnyxErrorCodes.CallNotAnswered or TelnyxErrorCodes.NoAudioYet or TelnyxErrorCodes.AudioDownloadFailed
            or TelnyxErrorCodes.UserChannelLimit or TelnyxErrorCodes.ProfileChannelLimit or TelnyxErrorCodes.ConnectionChannelLimit
            or TelnyxErrorCodes.ResourceLocked or TelnyxErrorCodes.ResourceBeingProcessed;
    }

    /// <remarks>
    /// <c>Retry-After</c> and <c>retry-after-ms</c> are not documented, but the vendor's SDKs heed them; <c>x-ratelimit-reset</c> is, in seconds to go on one
    /// page and in seconds since 1970 on another.
    /// </remarks>
    public override TimeSpan? ReadRetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (Number(headers, "retry-after-ms") is { } milliseconds)
            return Bound(milliseconds / 1000);

        if (base.ReadRetryAfter(headers, now) is { } wait)
            return wait;

        return Number(headers, "x-ratelimit-reset") is { } reset
            ? Bound(reset > FirstEpoch ? reset - (now - DateTimeOffset.UnixEpoch).TotalSeconds : reset)
            : null;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
            && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : null;

    private static TimeSpan Bound(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWait.TotalSeconds));
}

using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How SignalWire authenticates and refuses.</summary>
/// <param name="provider">The registered name of the account.</param>
/// <param name="options">The account's options as they are now; asked for every command, so that a changed token is used at once.</param>
internal sealed class SignalWireDialect(string provider, Func<SignalWireOptions> options) : ProviderDialect
{
    /// <summary>Printable ASCII without the space: what a token or key may hold.</summary>
    internal static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(character => (char)character)]);

    public override string Provider { get; } = provider;

    public override TimeSpan Timeout => options().CommandTimeout;

    /// <summary>Whether a text can be the user of Basic authentication (RFC 7617: no colon).</summary>
    internal static bool IsProjectId(string? projectId) => IsToken(projectId) && !projectId!.Contains(':', StringComparison.Ordinal);

    /// <summary>Whether a text can be a token or a key.</summary>
    internal static bool IsToken(string? token) => !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExcept(TokenCharacters);

    public override void Authorize(HttpRequestMessage request, string? credentialScope)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = options();
        if (!IsProjectId(current.ProjectId) || !IsToken(current.ApiToken))
        {
            throw new AuthenticationFailedException(
                $"The provider '{Provider}' has no {nameof(SignalWireOptions.ProjectId)} and {nameof(SignalWireOptions.ApiToken)} that can be sent: set both in {nameof(SignalWireOptions)}.",
                new ErrorContext { Provider = Provider, Effect = CommandEffect.NotSent });
        }

        var credentials = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{current.ProjectId}:{current.ApiToken}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <remarks>Of several errors the first one with a code decides; the texts of all are in <see cref="ProviderError.Detail"/>.</remarks>
    public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body)
    {
        var errors = SignalWireErrorReader.Read(body);
        if (errors.Count == 0)
            return new ProviderError { StatusCode = statusCode };

        var first = errors.FirstOrDefault(error => error.Code is not null) ?? errors[0];
        var detail = string.Join("; ", errors.Select(Describe).Where(text => text.Length > 0));
        return new ProviderError
        {
            StatusCode = statusCode,
            Code = first.Code,
            Title = first.Title ?? first.Type,
            Detail = detail.Length == 0 ? null : detail,
        };
    }

    /// <remarks>
    /// Codes decide first, whatever the status: the vendor's statuses 403, 409 and 429 are not described, and it has sent 500 for what the caller did. A call that is gone is 404, or 410 (unverified).
    /// </remarks>
    public override ProviderErrorKind Classify(ProviderError error, bool concernsCall)
    {
        ArgumentNullException.ThrowIfNull(error);
        return (error.StatusCode, error.Code) switch
        {
            (_, SignalWireErrorCodes.CannotUpdateCompleted) => ProviderErrorKind.CallEnded,
            (_, SignalWireErrorCodes.RateLimitExceeded or SignalWireErrorCodes.MaxQueuedCallsExceeded) => ProviderErrorKind.RateLimited,

            // What the account may not use or pay is a refusal of the command, not of the token.
            (403, SignalWireErrorCodes.InsufficientBalance or SignalWireErrorCodes.AutoTopUpDeactivated or SignalWireErrorCodes.AccountLimitExceeded
                or SignalWireErrorCodes.ResourceNotAllowed or SignalWireErrorCodes.ResourceInDifferentProject
                or SignalWireErrorCodes.MustBelongToProject) => ProviderErrorKind.Rejected,

            // A code that the vendor explains as a conflict with the call's state.
            (500, SignalWireErrorCodes.InvalidState or SignalWireErrorCodes.CallUpdateFailed or SignalWireErrorCodes.CannotCancelInProgress
                or SignalWireErrorCodes.CannotRedirectNotInProgress) => ProviderErrorKind.Rejected,

            // Without JSON it is no answer of the vendor's: the address is wrong.
            (404 or 410, _) when IsForeign(error.Body) => ProviderErrorKind.Protocol,
            (410, _) when concernsCall => ProviderErrorKind.CallEnded,
            _ => base.Classify(error, concernsCall),
        };
    }

    /// <remarks>What the vendor itself asks to try again.</remarks>
    public override bool IsTransient(ProviderError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Code is SignalWireErrorCodes.CallUpdateFailed or SignalWireErrorCodes.CannotProcess;
    }

    private static string Describe(SignalWireError error) =>
        (error.Attribute, error.Message) switch
        {
            ({ Length: > 0 } attribute, { Length: > 0 } message) => $"{attribute}: {message}",
            (_, { } message) => message,
            _ => "",
        };

    private static bool IsForeign(string body)
    {
        var start = body.AsSpan().TrimStart();
        return !start.IsEmpty && start[0] is not ('{' or '[');
    }
}

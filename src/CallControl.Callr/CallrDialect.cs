using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>How CALLR's JSON-RPC interface authenticates and refuses.</summary>
/// <param name="provider">The registered name of the account.</param>
/// <param name="options">The account's options as they are now; asked for every command, so that a changed password is used at once.</param>
internal sealed class CallrDialect(string provider, Func<CallrOptions> options) : ProviderDialect
{
    private const string LoginAsHeader = "CALLR-Login-As";

    // Of JSON-RPC 2.0, section 5.1.
    private const long InternalError = -32603;
    private const long LowestServerError = -32099;
    private const long HighestServerError = -32000;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(character => (char)character)]);

    public override string Provider { get; } = provider;

    public override TimeSpan Timeout => options().CommandTimeout;

    /// <summary>Whether a text can be the user of Basic authentication (RFC 7617: no colon).</summary>
    internal static bool IsLogin(string? login) => IsPassword(login) && !login!.Contains(':', StringComparison.Ordinal);

    /// <summary>Whether a text can be the password of Basic authentication.</summary>
    internal static bool IsPassword(string? password) => !string.IsNullOrEmpty(password) && !password.Any(char.IsControl);

    /// <summary>Whether a text can stand in a header as it is: a key, a token, the name of a sub-account.</summary>
    internal static bool IsToken(string? token) => !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExcept(TokenCharacters);

    public override void Authorize(HttpRequestMessage request, string? credentialScope)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = options();
        request.Headers.Authorization = Credentials(current);
        if (IsToken(current.LoginAsUser))
            request.Headers.TryAddWithoutValidation(LoginAsHeader, "User.login " + current.LoginAsUser);
        else if (IsToken(current.LoginAsAccount))
            request.Headers.TryAddWithoutValidation(LoginAsHeader, "Account.hash " + current.LoginAsAccount);
    }

    /// <remarks>The vendor tells of errors in answers with status 200.</remarks>
    public override bool IsRefusal(ReadOnlySpan<byte> answer) => CallrErrorReader.HasError(answer);

    /// <remarks>
    /// <see cref="ProviderError.Code"/> is the name at the beginning of the vendor's text, <see cref="ProviderError.Title"/> the member behind it; of a text without a name the code is the
    /// number, and the title the text.
    /// </remarks>
    public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body)
    {
        if (CallrErrorReader.Read(body) is not { } error)
            return new ProviderError { StatusCode = statusCode };

        var number = error.Number?.ToString(CultureInfo.InvariantCulture);
        return error.Name is { } name
            ? new ProviderError { StatusCode = statusCode, Code = name, Title = error.Parameter, Detail = number is null ? null : "code " + number }
            : new ProviderError { StatusCode = statusCode, Code = number, Title = error.Message };
    }

    /// <remarks>
    /// A JSON-RPC error decides, whatever the status, but for 401, 408 and 429. The vendor names no error for a call that is over, so none becomes a <see cref="CallEndedException"/> (unverified
    /// what it answers).
    /// </remarks>
    public override ProviderErrorKind Classify(ProviderError error, bool concernsCall)
    {
        ArgumentNullException.ThrowIfNull(error);
        var told = CallrErrorReader.Read(Encoding.UTF8.GetBytes(error.Body));
        return error.StatusCode switch
        {
            401 or 408 or 429 => base.Classify(error, concernsCall),
            _ when told is not null && (IsInternal(told) || (error.StatusCode >= 500 && told.Name is null)) => ProviderErrorKind.Unavailable,
            _ when told is not null => ProviderErrorKind.Rejected,

            // There is but one address, so that a wrong one is the base address.
            404 or 405 or 410 => ProviderErrorKind.Protocol,
            _ => base.Classify(error, concernsCall),
        };
    }

    // The vendor's own is a joke that begins with "Oops, Internal Error".
    private static bool IsInternal(CallrError error) =>
        error.Number is InternalError or (>= LowestServerError and <= HighestServerError)
        || (error.Message is { } message && message.Contains("internal error", StringComparison.OrdinalIgnoreCase));

    private AuthenticationHeaderValue Credentials(CallrOptions current)
    {
        if (IsLogin(current.Login) && IsPassword(current.Password))
            return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{current.Login}:{current.Password}")));

        if (IsToken(current.ApiKey))
            return new AuthenticationHeaderValue("Api-Key", current.ApiKey);

        return IsToken(current.SessionToken)
            ? new AuthenticationHeaderValue("Session", current.SessionToken)
            : throw new AuthenticationFailedException(
                $"The provider '{Provider}' has nothing to authenticate commands with: set {nameof(CallrOptions.Login)} and {nameof(CallrOptions.Password)}, "
                + $"or {nameof(CallrOptions.ApiKey)}, or {nameof(CallrOptions.SessionToken)} in {nameof(CallrOptions)}.",
                new ErrorContext { Provider = Provider, Effect = CommandEffect.NotSent });
    }
}

using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>How the gateway authenticates and refuses.</summary>
/// <param name="provider">The registered name of the account.</param>
/// <param name="options">The account's options as they are now; asked for every command, so that a changed key is used at once.</param>
/// <remarks>Sources: <c>/guides/authentication/</c>, <c>/endpoints/admin/</c>, <c>/guides/errors/</c>.</remarks>
internal sealed class SessionGatewayDialect(string provider, Func<SessionGatewayOptions> options) : ProviderDialect
{
    /// <summary>The scope of commands that want the administration key.</summary>
    public const string AdminScope = "admin";

    public override string Provider { get; } = provider;

    public override TimeSpan Timeout => options().CommandTimeout;

    public override void Authorize(HttpRequestMessage request, string? credentialScope)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = options();
        if (credentialScope == AdminScope)
        {
            Add(request, "X-Admin-API-Key", current.AdminApiKey, nameof(SessionGatewayOptions.AdminApiKey));
            return;
        }

        Add(request, "X-App-ID", current.AppId, nameof(SessionGatewayOptions.AppId));
        Add(request, "X-API-Key", current.ApiKey, nameof(SessionGatewayOptions.ApiKey));
    }

    // error = { "success": false, "error": text [, "detail": object] }
    // The body may be cut, so that it is read as far as it goes. There is no code, and the texts are no contract.
    public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body)
    {
        string? title = null;
        string? detail = null;
        try
        {
            var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState());
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                ReadMembers(ref reader, ref title, ref detail);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not text: what was read until then stands.
        }

        return new ProviderError { StatusCode = statusCode, Title = title, Detail = detail };
    }

    /// <remarks>
    /// The base class's reading fits: 403 is another application's session, 404 a session that is not there, 503 an administration that is off.
    /// Unverified: what joining a room that is not there is answered with. Where a 404 speaks of a room, the call is not given up for it.
    /// </remarks>
    public override ProviderErrorKind Classify(ProviderError error, bool concernsCall)
    {
        ArgumentNullException.ThrowIfNull(error);
        return base.Classify(error, concernsCall && !(error.StatusCode == 404 && SpeaksOfRoom(error.Title)));
    }

    // Checked here, since a header that refuses a value may show it. Length and alphabet are a matter of the options' validation.
    private void Add(HttpRequestMessage request, string header, string? value, string option)
    {
        if (string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExcept(VendorText.KeyCharacters))
        {
            throw new AuthenticationFailedException(
                $"The provider '{Provider}' has no {option} that can be sent: set {nameof(SessionGatewayOptions)}.{option}.",
                new ErrorContext { Provider = Provider, Effect = CommandEffect.NotSent });
        }

        request.Headers.TryAddWithoutValidation(header, value);
    }

    private static bool SpeaksOfRoom(string? text) =>
        text is not null
        && (text.Contains("room", StringComparison.OrdinalIgnoreCase) || text.Contains("conference", StringComparison.OrdinalIgnoreCase));

    private static void ReadMembers(ref Utf8JsonReader reader, ref string? title, ref string? detail)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = reader.ValueTextEquals("error"u8);
            var isDetail = reader.ValueTextEquals("detail"u8);
            if (!reader.Read())
                return;

            if (reader.TokenType == JsonTokenType.String && isError)
                title = reader.GetString();
            else if (reader.TokenType == JsonTokenType.String && isDetail)
                detail = reader.GetString();
            else if (!isDetail || reader.TokenType == JsonTokenType.Null)
                reader.TrySkip();
            else if (JsonElement.TryParseValue(ref reader, out var value))
                detail = JsonSerializer.Serialize(value.Value, SessionGatewayJsonContext.Default.JsonElement);
        }
    }
}

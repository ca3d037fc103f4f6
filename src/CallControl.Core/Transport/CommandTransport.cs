using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>Carries a provider's commands over HTTP: typed JSON out, typed JSON or a typed exception back.</summary>
/// <remarks>
/// Thread-safe. The body is written once into a pooled buffer and the answer read once into another; answers and error bodies are bounded.
/// Redirects are not followed: they would carry the credentials elsewhere.
/// </remarks>
public sealed class CommandTransport
{
    /// <summary>The largest answer that is read, in bytes.</summary>
    public const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>How much of an error body is kept, in bytes.</summary>
    public const int MaxErrorBodyBytes = 8 * 1024;

    private readonly IHttpClientFactory _clients;
    private readonly string _clientName;
    private readonly ProviderDialect _dialect;
    private readonly TimeProvider _time;

    /// <summary>Binds a transport to one account.</summary>
    /// <param name="clients">Makes the HTTP clients.</param>
    /// <param name="clientName">The factory's name for this account's clients, whose base address ends in a slash.</param>
    /// <param name="dialect">The vendor's ways.</param>
    /// <param name="time">For time-outs and dates.</param>
    public CommandTransport(IHttpClientFactory clients, string clientName, ProviderDialect dialect, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(clientName);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(time);
        _clients = clients;
        _clientName = clientName;
        _dialect = dialect;
        _time = time;
    }

    /// <summary>Sends a command and reads its answer.</summary>
    /// <param name="command">The command.</param>
    /// <param name="answerType">How the answer is read.</param>
    /// <param name="cancellationToken">Gives up waiting; the command may have been carried out.</param>
    /// <exception cref="CallControlException">The provider refused, failed, could not be reached or could not be understood.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpCommand<TBody> command, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(answerType);
        return SendOnceAsync(command, answerType, cancellationToken);
    }

    // One try. Retries belong between SendAsync and this method: everything they need to decide is in the exception's Effect and IsTransient.
    private async Task<TAnswer> SendOnceAsync<TBody, TAnswer>(
        HttpCommand<TBody> command, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class
    {
        using var request = new HttpRequestMessage(command.Method, command.Path);
        if (command.Body is not null || command.AdditionalProperties is { Count: > 0 })
        {
            request.Content = PooledJsonContent.Create(
                command.Body, command.BodyType, command.AdditionalProperties, command.AdditionalPropertiesIn, command.ContentType);
        }

        _dialect.Authorize(request, command.CredentialScope);
        using var timeout = new CancellationTokenSource(_dialect.Timeout, _time);
        using var cancelled = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        try
        {
            using var client = _clients.CreateClient(_clientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            return await ReadAsync(command, response, answerType, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Waiting for the answer to '{command.Name}' was given up.", exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw Unavailable(command, $"did not answer '{command.Name}' within {_dialect.Timeout.TotalSeconds} s", CommandEffect.Unknown, exception);
        }
        catch (HttpRequestException exception)
        {
            var effect = NeverLeft(exception.HttpRequestError) ? CommandEffect.NotSent : CommandEffect.Unknown;
            throw Unavailable(command, $"could not be reached for '{command.Name}' ({exception.HttpRequestError})", effect, exception);
        }
        catch (IOException exception)
        {
            throw Unavailable(command, $"broke off its answer to '{command.Name}'", CommandEffect.Unknown, exception);
        }
    }

    private async ValueTask<TAnswer> ReadAsync<TBody, TAnswer>(
        HttpCommand<TBody> command, HttpResponseMessage response, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class
    {
        var limit = response.IsSuccessStatusCode ? MaxAnswerBytes : MaxErrorBodyBytes;
        var buffer = new PooledBuffer();

        // A read that fails or is cancelled may still hold the buffer, which then goes to the collector.
        await FillAsync(buffer, response.Content, limit + 1, cancellationToken).ConfigureAwait(false);
        try
        {
            var body = buffer.Written.Span;
            if (!response.IsSuccessStatusCode || _dialect.IsRefusal(body))
                throw Refused(command, response, body[..Math.Min(body.Length, MaxErrorBodyBytes)]);

            return body.Length <= limit
                ? Parse(command, response, answerType, body)
                : throw Unreadable(command, response, $"is larger than {MaxAnswerBytes} bytes", null);
        }
        finally
        {
            buffer.Return();
        }
    }

    // Reads to the end, or up to a number of bytes.
    private static async Task FillAsync(PooledBuffer buffer, HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (buffer.Written.Length < limit)
            {
                var memory = buffer.GetMemory();
                var room = limit - buffer.Written.Length;
                var read = await stream.ReadAsync(memory[..Math.Min(memory.Length, room)], cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return;

                buffer.Advance(read);
            }
        }
    }

    private TAnswer Parse<TBody, TAnswer>(
        HttpCommand<TBody> command, HttpResponseMessage response, JsonTypeInfo<TAnswer> answerType, ReadOnlySpan<byte> body)
        where TBody : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body, answerType)
                ?? throw Unreadable(command, response, "is null", null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(command, response, "is not the JSON it should be", exception);
        }
    }

    private CallControlException Refused<TBody>(HttpCommand<TBody> command, HttpResponseMessage response, ReadOnlySpan<byte> body)
        where TBody : class
    {
        var status = (int)response.StatusCode;
        var error = _dialect.ReadError(status, body) with { StatusCode = status, Body = Encoding.UTF8.GetString(body) };
        var refused = Context(command, CommandEffect.NotApplied, error: error);
        var message = $"The provider '{_dialect.Provider}' refused '{command.Name}': {error}.";
        return _dialect.Classify(error, concernsCall: command.Call != default) switch
        {
            ProviderErrorKind.CallEnded => new CallEndedException(
                $"The provider '{_dialect.Provider}' knows no such call, or it is over: {error}.", refused),
            ProviderErrorKind.Authentication => new AuthenticationFailedException(message, refused),
            ProviderErrorKind.RateLimited => new RateLimitedException(message, refused with { IsTransient = true })
            {
                RetryAfter = _dialect.ReadRetryAfter(response.Headers, _time.GetUtcNow()),
            },
            ProviderErrorKind.Unavailable => new ProviderUnavailableException(
                $"The provider '{_dialect.Provider}' failed on '{command.Name}': {error}.",
                refused with { Effect = CommandEffect.Unknown, IsTransient = true }),
            ProviderErrorKind.Protocol => new ProviderProtocolException(
                $"The provider '{_dialect.Provider}' answered '{command.Name}' with {error}; is the base address right?",
                refused with { Effect = CommandEffect.Unknown }),
            _ => new CommandRejectedException(message, refused with { IsTransient = _dialect.IsTransient(error) }),
        };
    }

    private ProviderUnavailableException Unavailable<TBody>(HttpCommand<TBody> command, string what, CommandEffect effect, Exception cause)
        where TBody : class =>
        new($"The provider '{_dialect.Provider}' {what}.", Context(command, effect, isTransient: true), cause);

    private ProviderProtocolException Unreadable<TBody>(HttpCommand<TBody> command, HttpResponseMessage response, string what, Exception? cause)
        where TBody : class
    {
        var status = (int)response.StatusCode;
        return new ProviderProtocolException(
            string.Create(CultureInfo.InvariantCulture, $"The answer of '{_dialect.Provider}' to '{command.Name}' (HTTP {status}) {what}."),
            Context(command, CommandEffect.Unknown, error: new ProviderError { StatusCode = status }),
            cause);
    }

    private ErrorContext Context<TBody>(HttpCommand<TBody> command, CommandEffect effect, bool isTransient = false, ProviderError? error = null)
        where TBody : class =>
        new()
        {
            Provider = _dialect.Provider,
            Call = command.Call,
            Operation = command.Operation,
            Effect = effect,
            IsTransient = isTransient,
            Error = error,
        };

    private static bool NeverLeft(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}

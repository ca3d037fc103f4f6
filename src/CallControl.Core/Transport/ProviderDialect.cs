using System.Net.Http.Headers;

namespace CallControl.Providers;

/// <summary>What the transport must know of a vendor: how it wants to be authenticated to, and how it refuses.</summary>
/// <remarks>Thread-safe: one instance serves all commands of an account.</remarks>
public abstract class ProviderDialect
{
    /// <summary>The registered name of the provider account.</summary>
    public abstract string Provider { get; }

    /// <summary>How long to wait for the answer to one command.</summary>
    public abstract TimeSpan Timeout { get; }

    /// <summary>Adds the credentials.</summary>
    /// <param name="request">About to be sent.</param>
    /// <param name="credentialScope">Of the command: <see cref="HttpCommand{TBody}.CredentialScope"/>.</param>
    public abstract void Authorize(HttpRequestMessage request, string? credentialScope);

    /// <summary>Whether an answer with a status of success is a refusal all the same, as with vendors that tell of errors in the body only.</summary>
    /// <param name="answer">The answer's body; may be cut, empty, or anything at all.</param>
    /// <returns>False by default. When true, the answer goes the way of an error answer, with the status that it has.</returns>
    public virtual bool IsRefusal(ReadOnlySpan<byte> answer) => false;

    /// <summary>Reads the body of an error answer. Total: a body that is not what the vendor documents leaves code and texts null.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body's beginning; may be cut, empty, or anything at all.</param>
    /// <returns>What could be read, without <see cref="ProviderError.Body"/>, which the transport fills in.</returns>
    public abstract ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body);

    /// <summary>Decides what an error answer means.</summary>
    /// <param name="error">As read by <see cref="ReadError"/>.</param>
    /// <param name="concernsCall">Whether the command went to a call.</param>
    public virtual ProviderErrorKind Classify(ProviderError error, bool concernsCall)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.StatusCode switch
        {
            401 or 403 => ProviderErrorKind.Authentication,
            404 when concernsCall => ProviderErrorKind.CallEnded,
            429 => ProviderErrorKind.RateLimited,
            408 or >= 500 => ProviderErrorKind.Unavailable,
            >= 400 => ProviderErrorKind.Rejected,
            _ => ProviderErrorKind.Protocol,
        };
    }

    /// <summary>Whether a command that was refused for good reason may succeed later without a change. Asked of <see cref="ProviderErrorKind.Rejected"/> only.</summary>
    /// <param name="error">As read by <see cref="ReadError"/>.</param>
    /// <returns>False by default.</returns>
    public virtual bool IsTransient(ProviderError error) => false;

    /// <summary>Reads how long the provider asks to wait when it takes no more commands.</summary>
    /// <param name="headers">Of the refusal.</param>
    /// <param name="now">For headers that name a point in time.</param>
    /// <returns>By default what <c>Retry-After</c> says (RFC 9110, section 10.2.3); null where the provider does not say. Zero or more.</returns>
    public virtual TimeSpan? ReadRetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

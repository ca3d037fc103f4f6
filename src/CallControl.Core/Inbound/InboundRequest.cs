using System.Net.Mime;

namespace CallControl.Providers;

/// <summary>An HTTP request from a vendor, as the host received it.</summary>
public sealed class InboundRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path behind the provider's own, without a leading slash, decoded; empty when there is none. A slash that was escaped stays so (<c>%2F</c>).</summary>
    public required string Path { get; init; }

    /// <summary>The whole address as this host saw it; behind a proxy not what the vendor called.</summary>
    public required Uri Url { get; init; }

    /// <summary>The body's media type with its parameters; null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Reads a header: its values joined with commas, or null when it is absent. Names know no letter case. Only until the request is answered.</summary>
    public required Func<string, string?> Header { get; init; }

    /// <summary>The body, byte for byte. Belongs to the handler: it is not reused afterwards.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is JSON by its media type: <c>application/json</c>, or any that ends in <c>+json</c>.</summary>
    public bool IsJson
    {
        get
        {
            var mediaType = ContentType.AsSpan();
            var parameters = mediaType.IndexOf(';');
            mediaType = (parameters < 0 ? mediaType : mediaType[..parameters]).Trim();
            return mediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
                || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        }
    }
}

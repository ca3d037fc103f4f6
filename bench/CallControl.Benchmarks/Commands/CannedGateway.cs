using System.Net;
using System.Net.Http.Headers;

namespace CallControl.Benchmarks;

/// <summary>A gateway without a network: takes the body of a command and answers 202 with the vendor's sample.</summary>
internal sealed class CannedGateway : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The gateway's answer to a session command.</summary>
    public static ReadOnlyMemory<byte> Answer { get; } =
        """{"operation_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","status":"in_progress","timeout_ms":2000}"""u8.ToArray();

    /// <summary>How long the last body was.</summary>
    public long? LastLength { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastLength = request.Content!.Headers.ContentLength;
        await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        var content = new ReadOnlyMemoryContent(Answer);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content, RequestMessage = request };
    }
}

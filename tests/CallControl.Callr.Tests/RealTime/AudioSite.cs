using System.Net;

namespace CallControl.Callr.Tests.RealTime;

/// <summary>A web site with one audio file, in memory.</summary>
internal sealed class AudioSite : HttpMessageHandler
{
    public const string Address = "https://cdn.example.com/menu.wav";

    /// <summary>The file; null where there is none.</summary>
    public byte[]? File { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
        File is { } bytes && request.RequestUri!.AbsoluteUri == Address
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
}

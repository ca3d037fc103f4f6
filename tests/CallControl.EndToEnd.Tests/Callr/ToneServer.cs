using System.Net;
using System.Net.Http.Headers;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>Serves a quarter of a second of tone under every address: the internet, as far as the application can tell.</summary>
internal sealed class ToneServer : HttpMessageHandler
{
    private const int Rate = 16_000;
    private const int Samples = Rate / 4;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Wav());
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    private static byte[] Wav()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + (Samples * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(Samples * 2);
        for (var i = 0; i < Samples; i++)
            writer.Write((short)(8000 * Math.Sin(2 * Math.PI * 440 * i / Rate)));

        writer.Flush();
        return stream.ToArray();
    }
}

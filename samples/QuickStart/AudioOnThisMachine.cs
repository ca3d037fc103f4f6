using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace QuickStart;

/// <summary>Answers every address with a WAV file of a quarter of a second of silence.</summary>
public sealed class AudioOnThisMachine : HttpMessageHandler
{
    private const int HeaderBytes = 44;
    private const int BytesPerSecond = 16_000;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Silence(BytesPerSecond / 4));
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    // PCM, 8 kHz, 16 bit, mono.
    private static byte[] Silence(int bytes)
    {
        var wav = new byte[HeaderBytes + bytes];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), BytesPerSecond / 2);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), bytes);
        return wav;
    }
}

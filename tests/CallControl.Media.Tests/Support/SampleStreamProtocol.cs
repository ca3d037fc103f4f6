using System.Text.Json;

namespace CallControl.Media.Tests;

/// <summary>A vendor of our own: the shared reading and writing, apart from any real one.</summary>
internal sealed class SampleStreamProtocol(bool sendsStreamId = true) : JsonMediaStreamProtocol("stream", "number", sendsStreamId)
{
    public static SampleStreamProtocol Instance { get; } = new();

    public override string Vendor => "sample";

    public override bool TryWriteDtmf(System.Buffers.IBufferWriter<byte> output, string streamId, char digit)
    {
        WriteDtmf(output, streamId, digit);
        return true;
    }

    protected override MediaStreamStart ReadStart(JsonElement start) => new()
    {
        CallId = ReadText(start, "call"),
        Format = ReadFormat(start, "format", "rate"),
        Tracks = ReadTracks(start, "tracks"),
        Tags = ReadTexts(start, "tags"),
        Parameters = ReadParameters(start, "parameters"),
    };
}

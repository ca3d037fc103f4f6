namespace CallControl.Media.Tests;

/// <summary>What a frame said, kept.</summary>
internal sealed record HeardFrame(long? Chunk, int LostBefore, AudioDirection Track, byte FirstByte)
{
    public static HeardFrame Of(AudioFrame frame) => new(frame.Chunk, frame.LostBefore, frame.Track, frame.Payload.Span[0]);
}

using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One direction of a stream, with a numbering of its own.</summary>
internal sealed class StreamTrack(string name)
{
    public string Name => name;

    public SampleQueue Samples { get; } = new();

    /// <summary>How many chunks were sent.</summary>
    public long Chunks { get; set; }
}

namespace CallControl.Testing;

/// <summary>One direction of a stream, with a numbering of its own.</summary>
internal sealed class LegStreamTrack(string name)
{
    public string Name => name;

    /// <summary>How many chunks were sent.</summary>
    public long Chunks { get; set; }
}

namespace CallControl.Media;

/// <summary>A mark that the application sent comes back: what was sent before it has been played, or thrown away.</summary>
public sealed record MediaStreamMark : MediaStreamMessage
{
    /// <summary>The mark's name.</summary>
    public string Name { get; init; } = "";
}

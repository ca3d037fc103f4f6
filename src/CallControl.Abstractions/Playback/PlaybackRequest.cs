namespace CallControl;

/// <summary>Plays audio, speech or silence to the far end.</summary>
public sealed record PlaybackRequest : OperationRequest
{
    /// <summary>What to play, one after the other.</summary>
    /// <value>At least one. More than one needs <see cref="CallFeature.PlaybackList"/>; how many, and whether kinds may be mixed, depends on the provider.</value>
    public required IReadOnlyList<MediaSource> Sources { get; init; }

    /// <summary>How often to play all of it.</summary>
    /// <value>1 by default; null plays until it is stopped. Not below 1. Above 1 and null need <see cref="CallFeature.PlaybackLoop"/>.</value>
    public int? Repeat { get; init; } = 1;

    /// <summary>How far into the first source to begin.</summary>
    /// <value>Zero by default. Anything else needs <see cref="CallFeature.PlaybackOffset"/>.</value>
    public TimeSpan Offset { get; init; }
}

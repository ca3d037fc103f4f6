namespace CallControl.Media;

/// <summary>What became of the audio before a mark.</summary>
public enum MarkOutcome
{
    /// <summary>It was played.</summary>
    Played,

    /// <summary>It was thrown away, or a part of it, by <see cref="MediaStreamSession.ClearAsync"/>.</summary>
    Cleared,

    /// <summary>The stream ended first.</summary>
    Ended,
}

namespace CallControl;

/// <summary>What ended a playback.</summary>
public enum PlaybackReason
{
    /// <summary>The provider did not say, or said something unknown.</summary>
    Unknown,

    /// <summary>It was played to its end.</summary>
    Finished,

    /// <summary>It was cut short: stopped on demand, or by a later command.</summary>
    Stopped,

    /// <summary>The call ended first.</summary>
    CallEnded,

    /// <summary>It could not be played: <see cref="PlaybackEnded.Failure"/> says why.</summary>
    Failed,
}

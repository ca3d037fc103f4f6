namespace CallControl;

/// <summary>Records the call.</summary>
public sealed record RecordingRequest : OperationRequest
{
    /// <summary>The file's format.</summary>
    /// <value>Null, the default, leaves it to the provider. Needs <see cref="CallFeature.RecordingFormat"/>.</value>
    public AudioFormat? Format { get; init; }

    /// <summary>Which direction to record.</summary>
    /// <value><see cref="AudioTrack.Both"/> by default; the others need <see cref="CallFeature.RecordingTrack"/>.</value>
    public AudioTrack Track { get; init; } = AudioTrack.Both;

    /// <summary>Whether the two directions go into a channel each.</summary>
    /// <value>Null, the default, leaves it to the provider. Needs <see cref="CallFeature.RecordingChannels"/>.</value>
    public bool? Stereo { get; init; }

    /// <summary>The longest recording.</summary>
    /// <value>Null, the default, has no limit but the provider's. Needs <see cref="CallFeature.RecordingLimits"/>.</value>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>How much silence ends the recording.</summary>
    /// <value>Null, the default: none does. Needs <see cref="CallFeature.RecordingLimits"/>.</value>
    public TimeSpan? EndSilence { get; init; }

    /// <summary>Whether to play a beep first.</summary>
    /// <value>False by default. True needs <see cref="CallFeature.RecordingBeep"/>.</value>
    public bool Beep { get; init; }
}

namespace CallControl;

/// <summary>A playback that goes on. Completes when the audio has ended, was stopped, or was replaced by a later playback.</summary>
/// <remarks>Each control below exists where the provider's capabilities say so; elsewhere it throws <see cref="CapabilityNotSupportedException"/> before anything is sent.</remarks>
public abstract class PlaybackOperation : CallOperation<PlaybackResult>
{
    /// <inheritdoc/>
    protected PlaybackOperation(CallId call, OperationId id, Task<OperationOutcome<PlaybackResult>> completion)
        : base(call, id, completion)
    {
    }

    /// <summary>Holds the audio where it is. <see cref="CallFeature.PlaybackPause"/>.</summary>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/param|/exception"/>
    public abstract Task PauseAsync(CancellationToken cancellationToken = default);

    /// <summary>Goes on after <see cref="PauseAsync"/>. <see cref="CallFeature.PlaybackPause"/>.</summary>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/param|/exception"/>
    public abstract Task ResumeAsync(CancellationToken cancellationToken = default);

    /// <summary>Moves within the audio, from where it is. <see cref="CallFeature.PlaybackSeek"/>.</summary>
    /// <param name="offset">Forward, or backward when negative; not zero.</param>
    /// <param name="cancellationToken">Gives up waiting for the provider's answer; the command may have been carried out.</param>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/exception"/>
    public abstract Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default);

    /// <summary>Begins again at the start. <see cref="CallFeature.PlaybackRestart"/>.</summary>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/param|/exception"/>
    public abstract Task RestartAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes it louder or softer. <see cref="CallFeature.PlaybackVolume"/>.</summary>
    /// <param name="decibels">Gain against the original; 0 leaves it as it is. The range is the provider's (SignalWire: -40 to 40).</param>
    /// <param name="cancellationToken">Gives up waiting for the provider's answer; the command may have been carried out.</param>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/exception"/>
    public abstract Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default);
}

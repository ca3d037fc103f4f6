namespace CallControl;

/// <summary>A recording that goes on. Completes when the provider says that it is finished, also when <see cref="CallOperation.StopAsync"/> finished it:
/// to be stopped is how a recording normally ends, so that is <see cref="OperationEnd.Completed"/>.</summary>
public abstract class RecordingOperation : CallOperation<RecordingResult>
{
    /// <inheritdoc/>
    protected RecordingOperation(CallId call, OperationId id, Task<OperationOutcome<RecordingResult>> completion)
        : base(call, id, completion)
    {
    }

    /// <summary>Leaves out what is said until <see cref="ResumeAsync"/>. <see cref="CallFeature.RecordingPause"/>.</summary>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/param|/exception"/>
    public abstract Task PauseAsync(CancellationToken cancellationToken = default);

    /// <summary>Goes on after <see cref="PauseAsync"/>. <see cref="CallFeature.RecordingPause"/>.</summary>
    /// <inheritdoc cref="CallOperation.StopAsync" path="/param|/exception"/>
    public abstract Task ResumeAsync(CancellationToken cancellationToken = default);
}

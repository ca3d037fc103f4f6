namespace CallControl.Callr;

/// <summary>A turn of one command, whose result somebody waits for.</summary>
internal sealed class ResultTurn<TResult>(RealTimeCommand<TResult> command) : RealTimeTurn(operation: null)
    where TResult : RealTimeResult
{
    private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Result => _result.Task;

    public override RealTimeCommand? Next(RealTimeRequest? report)
    {
        if (report is null)
            return command;

        _result.TrySetResult(command.ReadResult(report));
        return null;
    }

    public override void Lose(CallControlException reason)
    {
        base.Lose(reason);
        _result.TrySetException(reason);

        // Seen here: whoever waits for the turn itself does not get as far as its result.
        _ = _result.Task.Exception;
    }
}

using CallControl;

namespace QuickStart;

/// <summary>What the flow saw, for the timeline and for the verdict at the end.</summary>
public sealed class CallReport
{
    private readonly TaskCompletionSource<bool> _verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Each step, as the flow takes it.</summary>
    public event Action<string>? StepTaken;

    /// <summary>The PIN that the caller is going to type.</summary>
    public string ExpectedPin { get; } = "2468";

    /// <summary>Whether the call did all that it was to do.</summary>
    public Task<bool> Verdict => _verdict.Task;

    /// <summary>Notes a step.</summary>
    public void Say(string step) => StepTaken?.Invoke(step);

    /// <summary>Closes the report.</summary>
    public void Finish(GatherResult pin, OperationOutcome<RecordingResult> message, CallEnded end)
    {
        Say($"the call is over ({end.Cause})");
        _verdict.TrySetResult(pin.Digits == ExpectedPin && message is { IsCompleted: true, Result: { Urls.Count: > 0 } or { Recording: not null } } && end.Cause == HangupCause.Normal);
    }
}

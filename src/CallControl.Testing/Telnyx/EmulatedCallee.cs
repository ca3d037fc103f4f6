namespace CallControl.Testing;

/// <summary>Somebody whom the application calls, by dialling or by a transfer.</summary>
public sealed class EmulatedCallee : EmulatedParty
{
    private readonly TelnyxLeg _leg;

    internal EmulatedCallee(TelnyxLeg leg)
        : base(leg, leg.From, leg.To) => _leg = leg;

    /// <summary>Answers the call; does nothing when it is answered or over.</summary>
    /// <param name="cancellationToken">Checked before answering.</param>
    public Task AnswerAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _leg.AnswerAsCallee(isMachine: false);
        return Task.CompletedTask;
    }

    /// <summary>Refuses the call; does nothing when it is answered or over.</summary>
    /// <param name="busy">Whether the line is busy, reported as <c>user_busy</c>; otherwise <c>call_rejected</c> is.</param>
    /// <param name="cancellationToken">Checked before refusing.</param>
    public Task RejectAsync(bool busy = false, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _leg.RejectAsCallee(busy);
        return Task.CompletedTask;
    }
}

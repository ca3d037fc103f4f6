using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Somebody whom the application calls, by dialling or by a transfer.</summary>
public sealed class EmulatedCallee : EmulatedParty
{
    private readonly ICalleeSide _leg;

    internal EmulatedCallee(ICalleeSide leg, string from, string to)
        : base(leg, from, to) => _leg = leg;

    /// <summary>Answers the call; does nothing when it is answered or over.</summary>
    /// <param name="cancellationToken">Checked before answering.</param>
    public Task AnswerAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _leg.AnswerAsCallee(isMachine: false);
        return Task.CompletedTask;
    }

    /// <summary>Refuses the call; does nothing when it is answered or over.</summary>
    /// <param name="busy">Whether the line is busy; otherwise the person declines. The vendor's hang-up cause tells which.</param>
    /// <param name="cancellationToken">Checked before refusing.</param>
    public Task RejectAsync(bool busy = false, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _leg.RejectAsCallee(busy);
        return Task.CompletedTask;
    }
}

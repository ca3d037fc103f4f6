namespace CallControl.Testing.Emulation;

/// <summary>What the far end of a call can wait for.</summary>
internal sealed class CallMilestones
{
    private volatile string? _hangupCause;

    public Milestone Answer { get; } = new("was answered", once: true);

    public Milestone Playback { get; } = new("played anything more");

    public Milestone Prompt { get; } = new("asked for digits again");

    public Milestone Recording { get; } = new("was recorded again");

    public Milestone End { get; } = new("ended", once: true);

    public string? HangupCause => _hangupCause;

    public void Finish(string hangupCause)
    {
        _hangupCause = hangupCause;
        End.Raise();
        Answer.Close();
        Playback.Close();
        Prompt.Close();
        Recording.Close();
    }
}

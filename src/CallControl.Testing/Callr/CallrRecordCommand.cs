using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>record</c>. Unverified: that the silence before the first word ends it too, and that what was recorded until a hang-up is kept.
/// </summary>
internal sealed class CallrRecordCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly DateTimeOffset _began = call.Context.Time.GetUtcNow();
    private readonly string _file = $"record-{call.Context.NewLongHash()}";
    private readonly TimeSpan _longest = parameters.Seconds("max_duration", 0);
    private readonly TimeSpan _silence = parameters.Seconds("silence", 0);
    private LockedTimer? _quiet;

    public override CallrResult ResultSoFar => CallrResult.Text(_file);

    public override void Start()
    {
        Call.Milestones.Recording.Raise();
        if (_longest > TimeSpan.Zero)
            After(_longest, Finish);
        Talk();
    }

    public override void Press(char key)
    {
        if (key is '#')
            Finish();
    }

    public override void Talk()
    {
        if (_silence <= TimeSpan.Zero)
            return;
        var now = Context.Time.GetUtcNow();
        _quiet?.Cancel();
        _quiet = After((Call.TalksUntil > now ? Call.TalksUntil - now : TimeSpan.Zero) + _silence, Finish);
    }

    protected override void Undo() => Keep();

    private void Finish()
    {
        Keep();
        Complete(_file);
    }

    private void Keep() => Context.Recordings[_file] = Context.Time.GetUtcNow() - _began;
}

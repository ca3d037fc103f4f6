using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>play_talk_detect</c>: the person is listened to as long as the medium plays. Unverified: that talk which began before counts from
/// the beginning of the command.
/// </summary>
internal sealed class CallrTalkDetectCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly DateTimeOffset _began = call.Context.Time.GetUtcNow();
    private readonly TimeSpan _min = parameters.Milliseconds("min_ms", 0);
    private readonly TimeSpan _max = parameters.Milliseconds("max_ms", 0);
    private readonly TimeSpan _silence = parameters.Milliseconds("silence_ms", 0);
    private readonly TimeSpan _analysis = parameters.Milliseconds("analysistime_ms", 0);
    private LockedTimer? _heard;

    public override void Start()
    {
        Play(Sound(parameters, "media_id"), () => Complete("0"));
        if (Call.TalksUntil > _began)
            Talk();
    }

    public override void Talk()
    {
        _heard?.Cancel();
        var since = Call.TalksSince > _began ? Call.TalksSince : _began;
        var length = Call.TalksUntil - since;
        var heardAt = Call.TalksUntil + _silence;
        if (length > _min && length < _max && heardAt - _began <= _analysis)
            _heard = After(heardAt - Context.Time.GetUtcNow(), () => Complete("TALK"));
    }
}

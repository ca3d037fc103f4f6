using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>start_call_recording</c> and <c>stop_call_recording</c>. Unverified: that the announcement comes first and is not recorded, that a
/// second start and a stop of nothing are errors, and the shape of the hash.
/// </summary>
internal sealed class CallrCallRecordingCommand(CallrCall call, RequestBody parameters, bool starts) : CallrCommand(call)
{
    public override void Start()
    {
        if (starts != Call.RecordingHash is null)
            Fail(starts ? "ALREADY_RECORDING" : "NOT_RECORDING");
        else
            Play(Sound(parameters, "announce"), Switch);
    }

    private void Switch()
    {
        var hash = Call.RecordingHash ?? Context.NewHash();
        Call.RecordingHash = starts ? hash : null;
        if (starts)
            Call.Milestones.Recording.Raise();
        Complete(hash);
    }
}

using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>wait_for_silence</c>. Unverified: that each iteration is one stretch of silence, that they may follow one another at once, and that
/// talk only begins the present one anew.
/// </summary>
internal sealed class CallrWaitForSilenceCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly TimeSpan _silence = parameters.Milliseconds("silence_ms", 0);
    private readonly TimeSpan _timeout = parameters.Seconds("timeout", 0);
    private int _iterations = parameters.Integer("iterations", 1);
    private LockedTimer? _quiet;

    public override void Start()
    {
        Talk();
        if (_timeout > TimeSpan.Zero)
            After(_timeout, () => Complete("TIMEOUT"));
    }

    public override void Talk()
    {
        var now = Context.Time.GetUtcNow();
        _quiet?.Cancel();
        _quiet = After((Call.TalksUntil > now ? Call.TalksUntil - now : TimeSpan.Zero) + _silence, () =>
        {
            if (--_iterations == 0)
                Complete("SILENCE");
            else
                Talk();
        });
    }
}

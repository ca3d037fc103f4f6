using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// One command of the application's, carried out on a call until it completes or is interrupted. Called under the account's lock.
/// </summary>
internal abstract class CallrCommand
{
    private readonly CallTimers _timers;
    private LockedTimer? _step;
    private bool _isOver;

    protected CallrCommand(CallrCall call)
    {
        Call = call;
        _timers = new CallTimers(call.Context.Time, call.Context.Gate, () => !_isOver);
    }

    public CallrCall Call { get; }

    /// <summary>What is known of the result before the end. Default nothing.</summary>
    public virtual CallrResult ResultSoFar => CallrResult.None;

    protected CallrContext Context => Call.Context;

    public abstract void Start();

    /// <summary>The person on the line presses a key. Default: nobody hears it.</summary>
    public virtual void Press(char key)
    {
    }

    /// <summary>The person on the line begins to talk, or goes on. Default: nobody hears it.</summary>
    public virtual void Talk()
    {
    }

    /// <summary>Ends the command without telling.</summary>
    public void Interrupt()
    {
        if (Close())
            Undo();
    }

    /// <summary>Takes back what would outlive the command.</summary>
    protected virtual void Undo()
    {
    }

    protected void Complete(string result) => Complete(CallrResult.Text(result));

    protected void Fail(string error) => Complete(CallrResult.Failed(error));

    protected void Complete(CallrResult result)
    {
        if (Close())
            Call.Complete(this, result);
    }

    protected LockedTimer? After(TimeSpan delay, Action action) => _isOver ? null : _timers.After(delay, () => Call.Guard(action));

    /// <summary>Plays something to the person on the line, as the step that is waited for.</summary>
    protected void Play(CallrSound sound, Action then)
    {
        if (sound.IsHeard)
            Call.Milestones.Playback.Raise();
        Await(sound.Duration, then);
    }

    /// <summary>Waits for one step instead of the one that was waited for before.</summary>
    protected void Await(TimeSpan delay, Action then)
    {
        _step?.Cancel();
        _step = null;

        // What follows at once may await the next step itself.
        if (delay > TimeSpan.Zero)
            _step = After(delay, then);
        else
            Call.Guard(then);
    }

    /// <summary>A medium of the parameters; one that cannot be found is not heard, and kept for the test to see.</summary>
    protected CallrSound Sound(RequestBody parameters, string name)
    {
        var sound = CallrSound.OfMedia(Context, parameters, name);
        if (sound.IsMissing)
            Call.Report($"{name}: the library has no such medium, or it is not ready.");
        return sound;
    }

    private bool Close()
    {
        if (_isOver)
            return false;
        _isOver = true;
        _timers.CancelAll();
        return true;
    }
}

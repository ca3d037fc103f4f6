using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>dialout</c>: one target after the other, until one answers; then both talk until one hangs up, which ends both. Unverified: that the
/// caller goes on hearing the ringtone while the callee hears the whisper, and that a callee who hangs up meanwhile ends both as well.
/// </summary>
internal sealed class CallrDialoutCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly JsonElement[] _targets = [.. parameters.Element("targets")!.Value.EnumerateArray()];
    private int _next;
    private CallrDialledLine? _callee;

    public override void Start()
    {
        if (_next == _targets.Length)
        {
            Complete("NOANSWER");
            return;
        }

        var target = new RequestBody(_targets[_next++]);
        var callee = new CallrDialledLine(Context, CallrDialledLine.ShownFrom(parameters), target.Text("number", ""))
        {
            Answered = Connect,
            Ended = CalleeEnded,
        };
        _callee = callee;
        callee.Ring(target.Seconds("timeout", 0));
    }

    protected override void Undo()
    {
        Call.Partner = null;
        _callee?.End(CallrPost.HangUp);
    }

    private void Connect() => _callee!.Play(Sound(parameters, "whisper"), () => (Call.Partner, _callee.Partner) = (_callee, Call));

    private void CalleeEnded(string status)
    {
        // The end of the call itself ends the callee too: then the command is over, and none of this has an effect.
        if (Call.Running != this)
            return;
        if (_callee!.IsAnswered)
            Call.End(CallrPost.HangUp);
        else
            Start();
    }
}

using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary><c>conference</c> and <c>simple_conference</c>: the welcome, the PIN if one is asked for, and the room.</summary>
/// <remarks>
/// Unverified: that <c>simple_conference</c> has the results of <c>conference</c>; that each prompt counts as a try, whether a PIN is
/// entered or not; that <c>pin_wait</c> counts from the end of the prompt and anew from each key, and that keys without "#" are a PIN
/// then; that everybody hears his own <c>user_join</c> and <c>user_leave</c> when others come and go.
/// </remarks>
internal sealed class CallrConferenceCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly string _id = parameters.Text("id", "");
    private readonly string _pin = parameters.Text("pin_code", "");
    private readonly TimeSpan _wait = parameters.Seconds("pin_wait", 0);
    private readonly StringBuilder _entered = new();
    private int _triesLeft = parameters.Integer("pin_max_tries", 1);
    private bool _isAskingPin;

    public bool LeavesWhenAlone { get; } = parameters.Flag("auto_leave_when_alone");

    public override void Start() => Play(Sound(parameters, "welcome"), _pin.Length > 0 ? AskPin : Join);

    public override void Press(char key)
    {
        if (_isAskingPin)
            TakePinKey(key);
        else if (key is '*' && Call.Room is { } room)
        {
            room.Leave(this);
            Complete("LEFT_CONFERENCE");
        }
    }

    public void HearJoin() => Hear("user_join");

    public void HearLeave() => Hear("user_leave");

    public void HearWaiting() => Hear("waiting");

    public void LeaveAsLast()
    {
        Call.Room!.Remove(this);
        Play(Sound(parameters, "auto_leave_announce"), () => Complete("LAST_PARTICIPANT"));
    }

    public void BeClosed() => Complete("CONFERENCE_CLOSED");

    protected override void Undo() => Call.Room?.Leave(this);

    private void Join() => Context.RoomOf(_id).Enter(this);

    private void Hear(string name)
    {
        if (Sound(parameters, name).IsHeard)
            Call.Milestones.Playback.Raise();
    }

    private void AskPin()
    {
        _triesLeft--;
        _entered.Clear();
        _isAskingPin = true;
        Call.Milestones.Prompt.Raise();
        Play(Sound(parameters, "pin_prompt"), AwaitKey);
    }

    private void TakePinKey(char key)
    {
        if (key is '#')
            CheckPin();
        else
        {
            _entered.Append(key);
            AwaitKey();
        }
    }

    private void AwaitKey() => Await(_wait, () =>
    {
        if (_entered.Length > 0)
            CheckPin();
        else
            TryAgain("PIN_TIMEOUT");
    });

    private void CheckPin()
    {
        _isAskingPin = false;
        if (_entered.ToString() == _pin)
            Play(Sound(parameters, "pin_valid"), Join);
        else
            Play(Sound(parameters, "pin_error"), () => TryAgain("PIN_ERROR"));
    }

    private void TryAgain(string result)
    {
        _isAskingPin = false;
        if (_triesLeft > 0)
            AskPin();
        else
            Complete(result);
    }
}

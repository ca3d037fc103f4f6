using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary><c>send_dtmf</c>: each key is heard as its tone begins. Its result is the only one that is a number.</summary>
internal sealed class CallrSendDtmfCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly string _digits = parameters.Text("digits", "");
    private readonly TimeSpan _tone = parameters.Milliseconds("duration_ms", 0);
    private readonly TimeSpan _gap = parameters.Milliseconds("timeout_ms", 0);
    private int _sent;

    public override void Start()
    {
        Call.Hear(_digits[_sent++]);
        After(_tone, () =>
        {
            if (_sent == _digits.Length)
                Complete(new CallrResult("0"));
            else
                After(_gap, Start);
        });
    }
}

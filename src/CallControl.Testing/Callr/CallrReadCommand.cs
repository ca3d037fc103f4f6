using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary><c>read</c>: keys count during the prompt, which the first one stops.</summary>
/// <remarks>
/// Unverified: that <c>timeout_ms</c> counts from the end of the prompt and anew from each key; that only an attempt without any key is
/// followed by another, so that keys without "#" time out at once; that "#" alone is an empty result, and that A to D are not heard.
/// </remarks>
internal sealed class CallrReadCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    private readonly int _maxDigits = parameters.Integer("max_digits", 1);
    private readonly int _attempts = parameters.Integer("attempts", 1);
    private readonly TimeSpan _timeout = parameters.Milliseconds("timeout_ms", 0);
    private readonly StringBuilder _digits = new();
    private int _attempt;

    public override CallrResult ResultSoFar => CallrResult.Text(_digits.ToString());

    public override void Start()
    {
        Call.Milestones.Prompt.Raise();
        Attempt();
    }

    public override void Press(char key)
    {
        if (key is >= 'A' and <= 'D')
            return;
        if (key is not '#')
            _digits.Append(key);
        if (key is '#' || _digits.Length >= _maxDigits)
            Complete(_digits.ToString());
        else
            Listen();
    }

    private void Attempt()
    {
        _attempt++;
        Play(Sound(parameters, "media_id"), Listen);
    }

    private void Listen() => Await(_timeout, () =>
    {
        if (_digits.Length == 0 && _attempt < _attempts)
            Attempt();
        else
            Complete("TIMEOUT");
    });
}

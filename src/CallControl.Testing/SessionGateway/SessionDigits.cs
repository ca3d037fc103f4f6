using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What one call collects: fetch, then tries of prompt and keys, with the invalid-input audio between them. A key during either audio
/// cuts it off and counts.
/// </summary>
/// <remarks>
/// Unverified: the time limit of a try starts when its prompt ends and is not prolonged by keys; at the limit, enough digits are a
/// success; the invalid-input audio follows only a try in which something was pressed; a collection cut short by another command or by
/// the end of the call reports <c>failure</c> with the digits so far; missing files raise no <c>digits.collected</c>; the command counts
/// as successful once the collection ran to its end, whatever it brought.
/// </remarks>
internal sealed class SessionDigits(GatewaySession session)
{
    private static readonly TimeSpan DefaultInvalidAudio = TimeSpan.FromMilliseconds(250);

    private Run? _current;

    private enum Phase
    {
        Fetching,
        Prompt,
        Collecting,
        Invalid,
    }

    public void Start(CommandResult result, DigitsRequest request)
    {
        session.Playback.Interrupt();
        Interrupt();
        var run = new Run(result, request);
        _current = run;
        var fetch = session.After(session.Options.FetchDelay, () => Fetched(run));

        // Files fetched in no time have started the timer of the prompt already.
        run.Timer ??= fetch;
    }

    public void Press(char key)
    {
        if (_current is not { Phase: not Phase.Fetching } run)
            return;
        if (run.Phase is Phase.Invalid)
            run.NextTry();
        if (run.Phase is not Phase.Collecting)
            Collect(run);

        if (run.Request.Terminators.Contains(key))
        {
            EndTry(run, key.ToString(), exhausted: "failure");
            return;
        }

        run.Digits.Append(key);
        if (run.Digits.Length >= run.Request.MaxDigits)
            Finish("success", terminator: "", ran: true);
    }

    /// <summary>Ends the prompt, if one is heard, and goes on to the keys (unverified: what <c>playback/stop</c> does to it).</summary>
    public bool CutPrompt()
    {
        if (_current is not { Phase: Phase.Prompt } run)
            return false;
        Collect(run);
        return true;
    }

    public void Interrupt() => Finish("failure", terminator: "", ran: true);

    public void EndWithCall() => Finish("failure", terminator: "", ran: false);

    private void Fetched(Run run)
    {
        var missing = session.Options.MissingOf([.. run.Request.PromptFiles, .. run.Request.InvalidFiles]);
        if (missing.Length > 0)
        {
            _current = null;
            session.Raise(GatewayEvents.FileNotFound, SessionPlayback.MissingFiles(run.Result, missing));
            run.Result.Give(success: false);
            return;
        }

        PlayPrompt(run);
        session.Milestones.Prompt.Raise();
    }

    private void PlayPrompt(Run run)
    {
        run.NextTry();
        Enter(run, Phase.Prompt, session.Options.DurationOf(run.Request.PromptFiles), () => Collect(run));
    }

    private void Collect(Run run) =>
        Enter(run, Phase.Collecting, run.Request.Timeout, () => EndTry(run, terminator: "", exhausted: "timeout"));

    private void EndTry(Run run, string terminator, string exhausted)
    {
        if (run.Digits.Length >= run.Request.MinDigits)
            Finish("success", terminator, ran: true);
        else if (run.Try >= run.Request.MaxTries)
            Finish(exhausted, terminator, ran: true);
        else if (run.Digits.Length > 0 || terminator.Length > 0)
            Enter(run, Phase.Invalid, InvalidAudio(run), () => PlayPrompt(run));
        else
            PlayPrompt(run);
    }

    private TimeSpan InvalidAudio(Run run) =>
        run.Request.InvalidFiles is { Length: > 0 } files ? session.Options.DurationOf(files) : DefaultInvalidAudio;

    private void Enter(Run run, Phase phase, TimeSpan duration, Action next)
    {
        run.Timer?.Cancel();
        run.Timer = null;
        run.Phase = phase;
        var timer = session.After(duration, next);

        // Audio of no length has gone on to the next phase already, and that phase has its own timer.
        run.Timer = timer ?? run.Timer;
    }

    private void Finish(string status, string terminator, bool ran)
    {
        if (_current is not { } run)
            return;
        _current = null;
        run.Timer?.Cancel();
        session.Raise(GatewayEvents.DigitsCollected, new JsonObject
        {
            ["command_uid"] = run.Result.CommandUid,
            ["digits"] = run.Digits.ToString(),
            ["terminator"] = terminator,
            ["status"] = status,
        });
        run.Result.Give(ran);
    }

    private sealed class Run(CommandResult result, DigitsRequest request)
    {
        public CommandResult Result => result;

        public DigitsRequest Request => request;

        public StringBuilder Digits { get; } = new();

        public int Try { get; private set; }

        public Phase Phase { get; set; }

        public LockedTimer? Timer { get; set; }

        public void NextTry()
        {
            Try++;
            Digits.Clear();
        }
    }
}

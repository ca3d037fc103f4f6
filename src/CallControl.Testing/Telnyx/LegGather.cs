using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What a leg collects: tries of prompt and keys, with other words before the prompt after wrong input. Any key cuts the prompt off
/// and counts. A prompt from a file raises playback events, a spoken one none.
/// </summary>
/// <remarks>
/// Unverified: a key outside of <c>valid_digits</c> is collected and makes the input invalid when the try ends; too few digits are
/// invalid, none at all a time-out; at a time limit, enough digits are valid; only the input of the last try is reported; a file not
/// found is skipped; a cut prompt ends as <c>cancelled</c>.
/// </remarks>
internal sealed class LegGather(TelnyxLeg leg)
{
    private Run? _current;

    public bool IsRunning => _current is not null;

    public void Start(GatherTerms terms)
    {
        Finish("cancelled");

        // Unverified: that a prompt cuts off what is heard, and that a gather without one leaves it.
        if (terms.Prompt is not null)
            leg.Media.StopForGather();

        var run = new Run(terms);
        _current = run;
        if (terms.Overall is { } overall)
            run.Limit = leg.After(overall, () => EndTry(run));
        NextTry(run, wasWrong: false);
        leg.Milestones.Prompt.Raise();
    }

    public void Press(char key)
    {
        if (_current is not { } run)
            return;
        if (run.Heard is not null)
            EndPrompt(run, "cancelled");
        run.Pressed = true;
        if (key == run.Terms.Terminator)
        {
            EndTry(run);
            return;
        }

        run.Digits.Append(key);
        if (run.Digits.Length >= run.Terms.Maximum)
            EndTry(run);
        else
            Wait(run, run.Terms.Between, () => EndTry(run));
    }

    public void Stop() => Finish("cancelled");

    public void EndWithCall() => Finish("call_hangup");

    private void NextTry(Run run, bool wasWrong)
    {
        run.Try++;
        run.Pressed = false;
        run.Digits.Clear();
        run.Coming.Clear();
        if (wasWrong && run.Terms.Invalid is { } invalid)
            run.Coming.Enqueue(invalid);
        if (run.Terms.Prompt is { } prompt)
            run.Coming.Enqueue(prompt);
        PlayNext(run);
    }

    private void PlayNext(Run run)
    {
        if (!run.Coming.TryDequeue(out var make))
        {
            Wait(run, run.Terms.First, () => EndTry(run));
            return;
        }

        var item = make();
        run.Heard = item;
        Wait(run, leg.Options.FetchDelay, () => Begin(run, item));
    }

    private void Begin(Run run, MediaItem item)
    {
        if (item.IsMissing)
        {
            run.Heard = null;
            LegMedia.RaiseEnded(leg, item, "file_not_found");
            PlayNext(run);
            return;
        }

        item.IsHeard = true;
        if (!item.IsSpeech)
            LegMedia.RaiseStarted(leg, item);
        Wait(run, item.Duration, () =>
        {
            EndPrompt(run, "completed");
            PlayNext(run);
        });
    }

    private void EndPrompt(Run run, string status)
    {
        if (status is not "completed")
            run.Coming.Clear();
        if (run.Heard is { IsHeard: true, IsSpeech: false } item)
            LegMedia.RaiseEnded(leg, item, status);
        run.Heard = null;
    }

    private void EndTry(Run run)
    {
        var digits = run.Digits.ToString();
        if (digits.Length >= run.Terms.Minimum && digits.All(run.Terms.Valid.Contains))
            Finish("valid");
        else if (run.Try >= run.Terms.Tries)
            Finish(run.Pressed ? "invalid" : "timeout");
        else
            NextTry(run, wasWrong: run.Pressed);
    }

    private void Wait(Run run, TimeSpan delay, Action next)
    {
        run.Timer?.Cancel();
        run.Timer = null;
        if (delay > TimeSpan.Zero)
            run.Timer = leg.After(delay, next);
        else
            next();
    }

    private void Finish(string status)
    {
        if (_current is not { } run)
            return;
        _current = null;
        run.Timer?.Cancel();
        run.Limit?.Cancel();
        EndPrompt(run, status is "call_hangup" ? status : "cancelled");
        var payload = new JsonObject { ["digits"] = run.Digits.ToString(), ["status"] = status };
        if (run.Terms.GatherId is { } id)
            payload["gather_id"] = id;
        leg.Raise(TelnyxEvents.GatherEnded, payload);
    }

    private sealed class Run(GatherTerms terms)
    {
        public GatherTerms Terms => terms;

        public StringBuilder Digits { get; } = new();

        public Queue<Func<MediaItem>> Coming { get; } = new();

        public MediaItem? Heard { get; set; }

        public bool Pressed { get; set; }

        public int Try { get; set; }

        public LockedTimer? Timer { get; set; }

        public LockedTimer? Limit { get; set; }
    }
}

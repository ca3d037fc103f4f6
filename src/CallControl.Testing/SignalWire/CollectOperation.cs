using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What one collection was asked for. <see cref="MaxDigits"/> is null when keys do not count.</summary>
internal sealed record CollectTerms
{
    public int? MaxDigits { get; init; }

    public string Terminators { get; init; } = "";

    public TimeSpan DigitTimeout { get; init; }

    public bool TakesSpeech { get; init; }

    public TimeSpan EndSilence { get; init; }

    public TimeSpan? SpeechTimeout { get; init; }

    public TimeSpan? InitialTimeout { get; init; }

    public bool IsContinuous { get; init; }

    public bool TellsPartialResults { get; init; }

    public bool TellsStartOfInput { get; init; }

    /// <summary>
    /// Unverified: that no <c>initial_timeout</c> means no limit, that a pause of five seconds ends the digits where none is named, and
    /// that <c>speech_timeout</c> counts from the first words.
    /// </summary>
    public static CollectTerms OfCommand(SignalWireEmulatorOptions options, RequestBody body)
    {
        var (digits, speech) = (body.Object("digits"), body.Object("speech"));
        return new CollectTerms
        {
            MaxDigits = digits?.Integer("max", 1),
            Terminators = digits?.Text("terminators", "").ToUpperInvariant() ?? "",
            DigitTimeout = digits?.Duration("digit_timeout") ?? TimeSpan.FromSeconds(5),
            TakesSpeech = speech is not null,
            EndSilence = speech?.Duration("end_silence_timeout") ?? options.EndSilence,
            SpeechTimeout = speech?.Duration("speech_timeout"),
            InitialTimeout = body.Duration("initial_timeout"),
            IsContinuous = body.Flag("continuous"),
            TellsPartialResults = body.Flag("partial_results"),
            TellsStartOfInput = body.Flag("send_start_of_input"),
        };
    }
}

/// <summary>
/// Collects keys and words. Unverified: that a key ends what was being said and the other way round, that <c>state</c> and <c>final</c>
/// stand in the last message of a collection with partial results too, and that a stopped collection, or one whose call ends, reports
/// <c>finished</c>.
/// </summary>
internal sealed class CollectOperation : LegOperation
{
    public const string Name = "collect";

    private readonly CollectTerms _terms;
    private readonly StringBuilder _digits = new();
    private readonly List<string> _words = [];
    private LockedTimer? _initial;
    private LockedTimer? _pause;
    private LockedTimer? _speechLimit;
    private bool _hasInput;
    private bool _timersRun;

    private CollectOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, CollectTerms terms)
        : base(leg, Name, controlId, statusUrl) => _terms = terms;

    /// <summary>The last result's members: what SWML's <c>prompt</c> turns into variables.</summary>
    public JsonObject? LastResult { get; private set; }

    public static CollectOperation Start(
        SignalWireLeg leg, string controlId, Uri? statusUrl, CollectTerms terms, bool startTimers, Action<string>? ended = null)
    {
        var collect = new CollectOperation(leg, controlId, statusUrl, terms) { Ended = ended };
        leg.Operations.Add(collect);
        if (startTimers)
            collect.StartTimers();
        leg.Milestones.Prompt.Raise();
        return collect;
    }

    /// <summary>Starts <c>initial_timeout</c>; a second time has no effect (unverified).</summary>
    public void StartTimers()
    {
        if (_timersRun || IsOver)
            return;
        _timersRun = true;
        AwaitInput();
    }

    public override void Press(char key)
    {
        if (_terms.MaxDigits is not { } max)
            return;
        BeginInput();
        if (_terms.Terminators.Contains(key, StringComparison.Ordinal))
        {
            Result(Digits(terminator: key.ToString()));
            return;
        }

        _digits.Append(key);
        if (_digits.Length >= max)
        {
            Result(Digits(terminator: ""));
            return;
        }

        if (_terms.TellsPartialResults)
            Tell(Digits(terminator: ""), isFinal: false);
        Wait(_terms.DigitTimeout, () => Result(Digits(terminator: "")));
    }

    public override void Say(string text)
    {
        if (!_terms.TakesSpeech)
            return;
        BeginInput();
        _words.Add(text);
        if (_terms.SpeechTimeout is { } limit)
            _speechLimit ??= Leg.After(limit, () => Result(Speech()));
        if (_terms.TellsPartialResults)
            Tell(Speech(), isFinal: false);
        Wait(_terms.EndSilence, () => Result(Speech()));
    }

    public override void Stop() => Finish(new JsonObject { ["type"] = "finished" });

    private void AwaitInput()
    {
        if (_terms.InitialTimeout is { } limit && !_hasInput)
            _initial = Leg.After(limit, () => Result(new JsonObject { ["type"] = "no_input" }));
    }

    private void BeginInput()
    {
        _initial?.Cancel();
        if (_hasInput)
            return;
        _hasInput = true;
        if (_terms.TellsStartOfInput)
            Tell(new JsonObject { ["type"] = "start_of_input" }, isFinal: false);
    }

    private void Wait(TimeSpan delay, Action action)
    {
        _pause?.Cancel();
        _pause = Leg.After(delay, action);
    }

    private JsonObject Digits(string terminator) => new()
    {
        ["type"] = "digit",
        ["params"] = new JsonObject { ["digits"] = _digits.ToString(), ["terminator"] = terminator },
    };

    private JsonObject Speech()
    {
        var text = string.Join(' ', _words);
        return Leg.Context.Script.IsUnintelligible?.Invoke(text) is true
            ? new JsonObject { ["type"] = "no_match" }
            : new JsonObject
            {
                ["type"] = "speech",
                ["params"] = new JsonObject { ["text"] = text, ["confidence"] = Leg.Context.Script.SpeechConfidence },
            };
    }

    private void Result(JsonObject result)
    {
        if (!_terms.IsContinuous)
        {
            Finish(result);
            return;
        }

        Tell(result, isFinal: true);
        CancelTimers();
        _digits.Clear();
        _words.Clear();
        _hasInput = false;
        if (_timersRun)
            AwaitInput();
    }

    private void Finish(JsonObject result)
    {
        if (!Close())
            return;
        CancelTimers();
        LastResult = (JsonObject)result.DeepClone();
        Tell(result, isFinal: true);
        Ended?.Invoke(result["type"]!.GetValue<string>());
    }

    private void CancelTimers()
    {
        _initial?.Cancel();
        _pause?.Cancel();
        _speechLimit?.Cancel();
        _speechLimit = null;
    }

    private void Tell(JsonObject result, bool isFinal)
    {
        var told = new JsonObject { ["result"] = result };
        if (_terms.IsContinuous || _terms.TellsPartialResults)
            told["state"] = IsOver ? "finished" : "collecting";
        if (_terms.TellsPartialResults)
            told["final"] = isFinal;
        Raise(SignalWireEvents.Collect, told);
    }
}

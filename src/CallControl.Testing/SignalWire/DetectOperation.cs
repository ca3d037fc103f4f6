using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What one detection was asked for.</summary>
internal sealed record DetectTerms
{
    /// <summary>"machine", "fax" or "digit".</summary>
    public required string Type { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public bool AwaitsMessageEnd { get; init; }

    /// <summary>The keys, or the fax tone, that count; null for all.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether a machine's detection takes note of a fax machine as well, as SWML's does.</summary>
    public bool TakesFax { get; init; }

    public static DetectTerms OfCommand(RequestBody body)
    {
        var detect = body.Object("detect")!;
        var parameters = detect.Object("params");
        var type = detect.Text("type", "");
        return new DetectTerms
        {
            Type = type,
            Timeout = body.Duration("timeout") ?? TimeSpan.FromSeconds(30),
            AwaitsMessageEnd = type is "machine" && (parameters?.Has("detect_message_end") is not true || parameters.Flag("detect_message_end")),
            Expected = (parameters?.Text("tone") ?? parameters?.Text("digits"))?.ToUpperInvariant(),
        };
    }
}

/// <summary>
/// Who or what is at the far end. Unverified: that a detection is over with its result (for a machine whose greeting is waited for, with
/// the greeting's end, told as READY with a beep), that keys are told until the time is up, and that a time-out tells <c>finished</c> only.
/// </summary>
internal sealed class DetectOperation : LegOperation
{
    public const string Name = "detect";

    private readonly DetectTerms _terms;
    private readonly List<LockedTimer?> _timers = [];

    private DetectOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, DetectTerms terms)
        : base(leg, Name, controlId, statusUrl) => _terms = terms;

    /// <summary>The result in the words of SWML's <c>detect_result</c>.</summary>
    public string Result { get; private set; } = "unknown";

    public bool HasBeep { get; private set; }

    public static DetectOperation Start(
        SignalWireLeg leg, string controlId, Uri? statusUrl, DetectTerms terms, Action<DetectOperation>? ended = null)
    {
        var detect = new DetectOperation(leg, controlId, statusUrl, terms);
        detect.Ended = _ => ended?.Invoke(detect);
        leg.Operations.Add(detect);
        if (terms.Timeout > TimeSpan.Zero)
            detect._timers.Add(leg.After(terms.Timeout, detect.Stop));
        if (terms.Type is not "digit")
            detect._timers.Add(leg.After(leg.Options.DetectionTime, detect.Tell));
        return detect;
    }

    public override void Press(char key)
    {
        if (_terms.Type is "digit" && _terms.Expected?.Contains(key, StringComparison.Ordinal) is not false)
            Tell("digit", key.ToString());
    }

    public override void Stop()
    {
        if (!Close())
            return;
        foreach (var timer in _timers)
            timer?.Cancel();
        Tell(_terms.Type, "finished");
        Ended?.Invoke("finished");
    }

    private void Tell()
    {
        var tone = Leg.Context.Script.FaxTone;
        if (_terms.Type is "fax" || (_terms.TakesFax && tone is not null))
        {
            if (tone is null || _terms.Expected is { } expected && expected != tone)
                return;
            Result = "fax";
            Tell("fax", tone);
            Stop();
            return;
        }

        Result = Leg.IsMachine ? "machine" : "human";
        Tell("machine", Leg.IsMachine ? "MACHINE" : "HUMAN");
        if (Leg.IsMachine && _terms.AwaitsMessageEnd)
            _timers.Add(Leg.After(Leg.Options.DetectionTime, TellMessageEnd));
        else
            Stop();
    }

    private void TellMessageEnd()
    {
        HasBeep = true;
        Tell("machine", "READY", beep: true);
        Stop();
    }

    private void Tell(string type, string what, bool beep = false)
    {
        var parameters = new JsonObject { ["event"] = what };
        if (beep)
            parameters["beep"] = true;
        Raise(SignalWireEvents.Detect, new JsonObject { ["detect"] = new JsonObject { ["type"] = type, ["params"] = parameters } });
    }
}

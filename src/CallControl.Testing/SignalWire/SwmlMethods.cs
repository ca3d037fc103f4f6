using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// The methods that the emulator carries out. Unverified: what the vendor's pages leave open is said at each. Accepted without effect:
/// codecs, credentials, volumes, voices, ringing tones, the names and SIP terms of <c>connect</c>, and noise suppression.
/// </summary>
internal static class SwmlMethods
{
    private static readonly Dictionary<string, SwmlMethod> All = new(StringComparer.Ordinal)
    {
        ["answer"] = new(Answer),
        ["hangup"] = new(HangUp, "reason"),
        ["sleep"] = new(Sleep, "duration"),
        ["transfer"] = new(static (run, arguments) => Go(run, arguments, "transfer", comesBack: null), "dest"),
        ["execute"] = new(Execute, "dest"),
        ["return"] = new(Return),
        ["set"] = new(Set),
        ["unset"] = new(Unset),
        ["label"] = new(static (run, _) => run.Next()),
        ["goto"] = new(GoTo, "label"),
        ["cond"] = new(Conditions),
        ["switch"] = new(static (run, arguments) => Switch(run, arguments.Root, arguments.Text("variable", ""))),
        ["play"] = new(SwmlMedia.Play),
        ["prompt"] = new(SwmlMedia.Prompt),
        ["record"] = new(SwmlMedia.Record),
        ["record_call"] = new(SwmlMedia.RecordCall),
        ["stop_record_call"] = new(static (run, arguments) =>
            SwmlMedia.StopOperation(run, arguments, RecordOperation.Name, "stop_record_call_result")),
        ["tap"] = new(SwmlMedia.Tap),
        ["stop_tap"] = new(static (run, arguments) => SwmlMedia.StopOperation(run, arguments, TapOperation.Name, "stop_tap_result")),
        ["stream"] = new(SwmlMedia.Stream),
        ["stop_stream"] = new(static (run, arguments) => SwmlMedia.StopOperation(run, arguments, StreamOperation.Name)),
        ["send_digits"] = new(SwmlMedia.SendDigits),
        ["detect_machine"] = new(SwmlMedia.DetectMachine),
        ["denoise"] = new(static (run, _) => SwmlMedia.Denoise(run, isOn: true)),
        ["stop_denoise"] = new(static (run, _) => SwmlMedia.Denoise(run, isOn: false)),
        ["connect"] = new(SwmlConnect.Execute),
        ["join_conference"] = new(SwmlConference.Join, "name"),
        ["enter_queue"] = new(SwmlQueue.Enter),
        ["sip_refer"] = new(SipRefer),
        ["request"] = new(SwmlRequest.Execute),
    };

    public static SwmlMethod? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Goes on with the branch that the value names; a value without a branch and without a default is an error.</summary>
    public static void Switch(SwmlRun run, JsonElement branches, string variable)
    {
        var value = run.Values.Expand($"${{{variable}}}");
        if (branches.TryGetProperty("case", out var cases) && cases.TryGetProperty(value, out var steps))
            run.Enter(steps);
        else if (branches.TryGetProperty("default", out var otherwise))
            run.Enter(otherwise);
        else
            run.Fail("switch", "No case fits, and there is no default.");
    }

    /// <summary>What a method says under <c>result</c>: a switch, or conditions.</summary>
    public static void Branch(SwmlRun run, JsonElement? result, string variable)
    {
        if (result is { ValueKind: JsonValueKind.Array } conditions)
            Conditions(run, new SwmlArguments(conditions, run.Values));
        else if (result is { ValueKind: JsonValueKind.Object } branches)
            Switch(run, branches, branches.TryGetProperty("variable", out var named) ? named.GetString()! : variable);
        else
            run.Next();
    }

    private static void Answer(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        if (!leg.IsAnswered)
        {
            leg.BecomeAnswered();
            run.Set("answer_result", "success");
            leg.After(arguments.Seconds("max_duration", 14_400), () => leg.End(SignalWireEnd.MaxDuration));
        }

        run.Next();
    }

    private static void HangUp(SwmlRun run, SwmlArguments arguments) =>
        run.Leg.End(SignalWireEnd.ByApplication(run.Leg.IsInbound, arguments.Text("reason", "hangup")));

    private static void Sleep(SwmlRun run, SwmlArguments arguments)
    {
        var duration = arguments.Integer("duration", 0);
        if (duration is 0 or < -1)
        {
            run.Fail("sleep", "duration: Allowed: at least 1 (milliseconds), or -1 for ever.");
            return;
        }

        var go = run.Wait();
        if (duration > 0)
            run.Leg.After(TimeSpan.FromMilliseconds(duration), () => go(run.Next));
    }

    private static void Execute(SwmlRun run, SwmlArguments arguments) =>
        Go(run, arguments, "execute", new SwmlReturn(arguments.Element("on_return"), arguments.Element("result")));

    private static void Go(SwmlRun run, SwmlArguments arguments, string method, SwmlReturn? comesBack)
    {
        var parameters = arguments.Element("params") is { } given ? run.Values.Expand(given) : new JsonObject();
        run.Go(method, arguments.Text("dest", ""), parameters!.AsObject(), comesBack);
    }

    private static void Return(SwmlRun run, SwmlArguments arguments)
    {
        run.Set("return_value", run.Values.Expand(arguments.Root));
        run.Return();
    }

    private static void Set(SwmlRun run, SwmlArguments arguments)
    {
        foreach (var entry in arguments.Root.ValueKind is JsonValueKind.Object ? arguments.Root.EnumerateObject() : default)
        {
            run.Set(entry.Name, run.Values.Expand(entry.Value));
        }

        run.Next();
    }

    private static void Unset(SwmlRun run, SwmlArguments arguments)
    {
        IReadOnlyList<string> names = arguments.Alone is { } alone ? [alone]
            : arguments.Root.ValueKind is JsonValueKind.Array ? Emulation.RequestBody.TextsOf(arguments.Root)
            : arguments.Texts("vars");
        foreach (var name in names)
            run.Leg.Variables.Remove(name);
        run.Next();
    }

    private static void GoTo(SwmlRun run, SwmlArguments arguments)
    {
        if (arguments.Element("when") is { } when)
        {
            if (run.Values.Test(when.GetString()!) is not { } holds)
            {
                run.Fail("goto", "The condition is beyond the emulator.");
                return;
            }

            if (!holds)
            {
                run.Next();
                return;
            }
        }

        if (run.Jump(arguments.Text("label", ""), arguments.Integer("max", 100)) is null)
            run.Fail("goto", "The section has no such label.");
        else
            run.Next();
    }

    private static void Conditions(SwmlRun run, SwmlArguments arguments)
    {
        foreach (var condition in arguments.Root.EnumerateArray())
        {
            if (condition.TryGetProperty("when", out var when) != condition.TryGetProperty("then", out var then))
            {
                run.Fail("cond", "A condition has when and then, with or without else, or else alone.");
                return;
            }

            if (when.ValueKind is not JsonValueKind.Undefined)
            {
                if (run.Values.Test(when.GetString()!) is not { } holds)
                {
                    run.Fail("cond", "The condition is beyond the emulator.");
                    return;
                }

                if (holds)
                {
                    run.Enter(then);
                    return;
                }
            }

            if (condition.TryGetProperty("else", out var otherwise))
            {
                run.Enter(otherwise);
                return;
            }
        }

        run.Next();
    }

    private static void SipRefer(SwmlRun run, SwmlArguments arguments)
    {
        if (run.Leg.Kind is not "sip")
        {
            run.Fail("sip_refer", "Only a SIP call can be referred.");
            return;
        }

        var to = arguments.Text("to_uri", "");
        var go = run.Wait();
        ReferProgress.Start(run.Leg, to, arguments.Url("status_url"), (state, status) => go(() =>
        {
            run.Set("sip_refer_to", to);
            run.Set("sip_refer_result", state);
            run.Set("return_value", state);
            run.Set("sip_refer_response_code", "202");
            run.Set("sip_refer_to_response_code", status.ToString(CultureInfo.InvariantCulture));
            run.Next();
        }));
    }
}

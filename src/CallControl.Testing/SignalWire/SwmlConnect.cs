using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Calls one party after the other, or several at once, and bridges the first that answers. Unverified: that all of a leg's own calls
/// end when its document is left, that the calls of a group that lost are ended as "cancel", and that giving up while it rings is told as
/// <c>failed</c>. Not emulated: <c>confirm</c>.
/// </summary>
internal sealed class SwmlConnect
{
    private static readonly string[] DefaultEvents = ["ended"];
    private static readonly string[] Destinations = ["to", "serial", "parallel", "serial_parallel"];

    private readonly SwmlRun _run;
    private readonly SwmlArguments _arguments;
    private readonly Queue<SwmlArguments[]> _groups;
    private readonly List<SignalWireLeg> _ringing = [];
    private readonly Action<Action> _go;
    private SignalWireLeg? _connected;
    private LockedTimer? _limit;
    private string _failure = "error";

    private SwmlConnect(SwmlRun run, SwmlArguments arguments, IEnumerable<SwmlArguments[]> groups)
    {
        _run = run;
        _arguments = arguments;
        _groups = new Queue<SwmlArguments[]>(groups);
        _go = run.Wait(GiveUp);
    }

    private SignalWireLeg Leg => _run.Leg;

    public static void Execute(SwmlRun run, SwmlArguments arguments)
    {
        if (Destinations.Count(arguments.Has) != 1)
            run.Fail("connect", "Exactly one of to, serial, parallel and serial_parallel is expected.");
        else if (arguments.Has("confirm"))
            run.Fail("connect", "The emulator does not ask the called party for confirmation.");
        else if (arguments.Text("to") is { } to && to.StartsWith("queue:", StringComparison.Ordinal))
            SwmlQueue.Connect(run, arguments, to["queue:".Length..]);
        else if (arguments.Text("to") is { } stream && stream.StartsWith("stream:", StringComparison.Ordinal))
            ConnectStream(run, arguments, stream["stream:".Length..]);
        else
            Begin(run, arguments, [.. Groups(arguments)]);
    }

    public static void Tell(SignalWireLeg leg, Uri? target, string state, SignalWireLeg? peer, string? failure = null)
    {
        var told = new JsonObject { ["connect_state"] = state };
        if (peer is not null)
            told["peer"] = new JsonObject { ["call_id"] = peer.Id, ["node_id"] = peer.NodeId, ["device"] = peer.Device() };
        if (failure is not null)
            told["failed_reason"] = leg.Context.Spell(failure);
        leg.Raise(SignalWireEvents.Connect, told, () => target);
    }

    /// <summary>Keeps the outcome in the variables, and goes on as the method says.</summary>
    public static void Finish(SwmlRun run, SwmlArguments arguments, string? failure)
    {
        var result = failure is null ? "connected" : "failed";
        run.Set("connect_result", result);
        run.Set("return_value", result);
        if (failure is not null)
            run.Set("connect_failed_reason", run.Leg.Context.Spell(failure));
        SwmlMethods.Branch(run, arguments.Element("result"), "connect_result");
    }

    private static IEnumerable<SwmlArguments[]> Groups(SwmlArguments arguments)
    {
        if (arguments.Has("to"))
            return [[arguments]];
        if (arguments.Element("serial") is { } serial)
            return [.. Of(serial).Select(static target => new[] { target })];
        if (arguments.Element("parallel") is { } parallel)
            return [Of(parallel)];
        return [.. arguments.Element("serial_parallel")!.Value.EnumerateArray().Select(Of)];

        SwmlArguments[] Of(JsonElement list) =>
            [.. list.EnumerateArray().Select(target => new SwmlArguments(target, arguments.Values))];
    }

    /// <summary>A socket instead of a party: connected until the leg goes on or ends, or the application closes it.</summary>
    private static void ConnectStream(SwmlRun run, SwmlArguments arguments, string url)
    {
        StreamOperation? stream = null;
        run.Leg.BecomeAnswered();
        var go = run.Wait(() => stream?.Stop());
        stream = StreamOperation.Start(
            run.Leg,
            run.Leg.Context.Ids.NewUuid(),
            StreamTerms.OfStep(arguments, url, isBidirectional: true),
            outcome => go(() => Finish(run, arguments, failure: outcome is "failed" ? "error" : null)));
    }

    private static void Begin(SwmlRun run, SwmlArguments arguments, SwmlArguments[][] groups)
    {
        var targets = groups.SelectMany(static group => group).ToArray();
        if (targets.Any(static target => target.Text("to") is null or ""))
            run.Fail("connect", "to: The value is required.");
        else if (targets.Any(static target => target.Has("call_state_url") && target.Url("call_state_url") is null))
            run.Fail("connect", "call_state_url: The value must be an HTTP or HTTPS address.");
        else
            new SwmlConnect(run, arguments, groups).Begin();
    }

    private void Begin()
    {
        if (!_arguments.Flag("answer_on_bridge"))
            Leg.BecomeAnswered();
        Tell("connecting", peer: null);
        NextGroup();
    }

    private void NextGroup()
    {
        if (!_groups.TryDequeue(out var group))
        {
            Tell("failed", peer: null, _failure);
            _go(() => Finish(_run, _arguments, _failure));
            return;
        }

        SignalWireLeg[] legs = [.. group.Select(Make)];
        _ringing.AddRange(legs);
        foreach (var (leg, target) in legs.Zip(group))
            SignalWireDialer.Ring(leg, (target.Has("timeout") ? target : _arguments).Seconds("timeout", 60));
    }

    private SignalWireLeg Make(SwmlArguments target)
    {
        var from = target.Text("from") ?? _arguments.Text("from") ?? Leg.From;
        var leg = new SignalWireLeg(Leg.Context, Leg.Queue, isInbound: false, from, target.Text("to", "")) { Parent = Leg };
        var told = target.Has("call_state_url") ? target : _arguments;
        if (told.Url("call_state_url") is { } url)
        {
            var events = target.Has("call_state_events") ? target : _arguments;
            leg.StateUrls.Add(new LegStateUrl(() => url, events.Has("call_state_events") ? events.Texts("call_state_events") : DefaultEvents));
        }

        leg.WhenAnswered(() => Leg.Guard("connect", () => Connect(leg)));
        leg.WhenEnded(end => Leg.Guard("connect", () => Lose(leg, end)));
        return leg;
    }

    private void Connect(SignalWireLeg leg)
    {
        _connected = leg;
        _ringing.Remove(leg);
        CancelRinging();
        Leg.BecomeAnswered();
        SignalWireBridge.Join(Leg, leg, Free, isGone => FreeOther(leg, isGone));
        Tell("connected", leg);
        _limit = leg.After(_arguments.Seconds("max_duration", 14_400), () => leg.End(SignalWireEnd.MaxDuration));
    }

    private void Lose(SignalWireLeg leg, SignalWireEnd end)
    {
        if (!_ringing.Remove(leg) || _connected is not null)
            return;
        _failure = end.Reason;
        if (_ringing.Count == 0)
            NextGroup();
    }

    /// <summary>The bridge is over, and the leg goes on.</summary>
    private void Free(bool isOtherGone)
    {
        _limit?.Cancel();
        Tell("disconnected", _connected);
        _go(() => Finish(_run, _arguments, failure: null));
    }

    /// <summary>A called leg has no document: it ends with the bridge, or is left alone when that was only taken apart.</summary>
    private void FreeOther(SignalWireLeg leg, bool isOtherGone)
    {
        _limit?.Cancel();
        if (isOtherGone)
            leg.End(SignalWireEnd.ByApplication(isInbound: false, "hangup"));
    }

    private void GiveUp()
    {
        _groups.Clear();
        if (_connected is { } other)
        {
            if (Leg.Peer != other)
                return;
            Leg.Bridge!.Leave(Leg);
            Tell("disconnected", other);
            return;
        }

        CancelRinging();
        Tell("failed", peer: null, "cancel");
    }

    private void CancelRinging()
    {
        SignalWireLeg[] lost = [.. _ringing];
        _ringing.Clear();
        foreach (var leg in lost)
            leg.End(SignalWireEnd.ByApplication(isInbound: false, "cancel"));
    }

    private void Tell(string state, SignalWireLeg? peer, string? failure = null) =>
        Tell(Leg, _arguments.Url("status_url"), state, peer, failure);
}

using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A queue of callers, and those who wait for one. Unverified: that who connects to an empty queue waits for the time-out, and that a
/// leg in a queue is answered. Not emulated: music, statistics.
/// </summary>
internal sealed class SwmlQueue(string id, string name)
{
    private readonly LinkedList<Waiting> _callers = [];
    private readonly LinkedList<Agent> _agents = [];

    public static void Enter(SwmlRun run, SwmlArguments arguments)
    {
        run.Leg.BecomeAnswered();
        Of(run.Leg.Context, arguments.Text("queue_name", "")).Add(run, arguments);
    }

    /// <summary>SWML's <c>connect</c> to a queue.</summary>
    public static void Connect(SwmlRun run, SwmlArguments arguments, string name)
    {
        if (!arguments.Has("transfer_after_bridge"))
        {
            run.Fail("connect", "A connection to a queue needs transfer_after_bridge.");
            return;
        }

        run.Leg.BecomeAnswered();
        SwmlConnect.Tell(run.Leg, arguments.Url("status_url"), "connecting", peer: null);
        Of(run.Leg.Context, name).Take(run, arguments);
    }

    private static SwmlQueue Of(SignalWireContext context, string name)
    {
        if (!context.Queues.TryGetValue(name, out var queue))
            context.Queues[name] = queue = new SwmlQueue(context.Ids.NewUuid(), name);
        return queue;
    }

    private static void Bridge(Waiting caller, Agent agent)
    {
        agent.Timer?.Cancel();
        caller.Timer?.Cancel();
        var (callerLeg, agentLeg) = (caller.Run.Leg, agent.Run.Leg);
        Action<Action> callerGo = static _ => { }, agentGo = static _ => { };
        caller.Go(() => callerGo = caller.Run.Wait(() => callerLeg.Bridge?.Leave(callerLeg)));
        agent.Go(() => agentGo = agent.Run.Wait(() => LeaveAsAgent()));
        caller.Run.Set("queue_result", "connected");
        SignalWireBridge.Join(
            callerLeg,
            agentLeg,
            _ => callerGo(() => Continue(caller.Run, caller.Arguments)),
            _ =>
            {
                SwmlConnect.Tell(agentLeg, agent.Arguments.Url("status_url"), "disconnected", callerLeg);
                agentGo(() =>
                {
                    agent.Run.Set("connect_result", "connected");
                    Continue(agent.Run, agent.Arguments);
                });
            });
        SwmlConnect.Tell(agentLeg, agent.Arguments.Url("status_url"), "connected", callerLeg);

        void LeaveAsAgent()
        {
            if (agentLeg.Bridge is not { } bridge)
                return;
            bridge.Leave(agentLeg);
            SwmlConnect.Tell(agentLeg, agent.Arguments.Url("status_url"), "disconnected", callerLeg);
        }
    }

    private static void Continue(SwmlRun run, SwmlArguments arguments) =>
        run.Go("transfer", arguments.Text("transfer_after_bridge", ""), []);

    private void Add(SwmlRun run, SwmlArguments arguments)
    {
        Waiting? caller = null;
        var go = run.Wait(() => Leave(caller!));
        caller = new Waiting(run, arguments, go, run.Leg.Context.Ids.NewUuid(), run.Leg.Context.Time.GetUtcNow());
        _callers.AddLast(caller);
        run.Set("entry_position", _callers.Count);
        run.Set("entry_size", _callers.Count);
        Tell(caller, "enqueue", _callers.Count);
        if (_agents.First is { } agent)
        {
            _agents.RemoveFirst();
            Dequeue(agent.Value);
            return;
        }

        caller.Timer = run.Leg.After(arguments.Seconds("wait_time", 3600), () =>
        {
            Leave(caller);
            go(() =>
            {
                run.Set("queue_result", "timeout");
                run.Next();
            });
        });
    }

    private void Take(SwmlRun run, SwmlArguments arguments)
    {
        Agent? agent = null;
        var go = run.Wait(() =>
        {
            if (_agents.Remove(agent!))
                SwmlConnect.Tell(run.Leg, arguments.Url("status_url"), "failed", peer: null, "cancel");
        });
        agent = new Agent(run, arguments, go);
        if (_callers.Count > 0)
        {
            Dequeue(agent);
            return;
        }

        _agents.AddLast(agent);
        agent.Timer = run.Leg.After(arguments.Seconds("timeout", 60), () =>
        {
            _agents.Remove(agent);
            SwmlConnect.Tell(run.Leg, arguments.Url("status_url"), "failed", peer: null, "noAnswer");
            go(() => SwmlConnect.Finish(run, arguments, "noAnswer"));
        });
    }

    private void Dequeue(Agent agent)
    {
        var caller = _callers.First!.Value;
        _callers.RemoveFirst();
        Tell(caller, "dequeue", position: 0);
        Bridge(caller, agent);
    }

    private void Leave(Waiting caller)
    {
        caller.Timer?.Cancel();
        if (!_callers.Remove(caller))
            return;
        caller.Run.Set("queue_result", "hangup");
        Tell(caller, "leave", position: 0);
    }

    private void Tell(Waiting caller, string status, int position)
    {
        var leg = caller.Run.Leg;
        var target = caller.Arguments.Url("status_url");
        var now = Microseconds(leg.Context.Time.GetUtcNow());
        leg.Raise(SignalWireEvents.Queue, new JsonObject
        {
            ["control_id"] = status is "dequeue" ? null : caller.ControlId,
            ["status"] = status,
            ["id"] = id,
            ["name"] = name,
            ["position"] = position,
            ["size"] = _callers.Count,
            ["avg_time"] = 0,
            ["enqueue_ts"] = Microseconds(caller.Since),
            ["dequeue_ts"] = status is "dequeue" ? now : 0,
            ["leave_ts"] = status is "leave" ? now : 0,
            ["status_url"] = target?.OriginalString ?? "",
        }, () => target);
    }

    private static long Microseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() * 1000;

    private sealed record Waiting(SwmlRun Run, SwmlArguments Arguments, Action<Action> Go, string ControlId, DateTimeOffset Since)
    {
        public LockedTimer? Timer { get; set; }
    }

    private sealed record Agent(SwmlRun Run, SwmlArguments Arguments, Action<Action> Go)
    {
        public LockedTimer? Timer { get; set; }
    }
}

using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A conference: who is in it, and who is told of it. Unverified: that it starts with the first participant who may start it, that each
/// address that any participant named is told of everybody, that no <c>status_callback_event</c> means all events, that a leg that
/// nobody answered is answered, that a GET tells no more than its address, that nobody is heard before the start, and that the keys of
/// who is muted are as unheard as the words. Not emulated: music, recording, coaching, the conference's own stream, and the forms of
/// callbacks other than the usual one.
/// </summary>
internal sealed class SwmlConference
{
    private readonly SignalWireContext _context;
    private readonly string _name;
    private readonly string _id;
    private readonly WebhookQueue _queue;
    private readonly List<Participant> _participants = [];
    private readonly Dictionary<Uri, Listener> _told = [];
    private bool _hasStarted;

    private SwmlConference(SignalWireContext context, string name)
    {
        _context = context;
        _name = name;
        _id = context.Ids.NewUuid();
        _queue = context.NewQueue();
    }

    /// <summary>Unverified: a full conference fails the method, and so does one that does not exist yet for a coach.</summary>
    public static void Join(SwmlRun run, SwmlArguments arguments)
    {
        var context = run.Leg.Context;
        var name = arguments.Text("name", "");
        if (!context.Conferences.TryGetValue(name, out var conference))
            context.Conferences[name] = conference = new SwmlConference(context, name);
        if (conference._participants.Count >= arguments.Integer("max_participants", 100_000))
        {
            Finish(run, arguments, "failed");
            return;
        }

        run.Leg.BecomeAnswered();
        conference.Add(run, arguments);
    }

    /// <summary>Who hears that leg: nobody before the start, and nobody if it is muted.</summary>
    public IEnumerable<SignalWireLeg> HearersOf(SignalWireLeg leg) =>
        _hasStarted && _participants.Find(participant => participant.Leg == leg)?.Arguments.Flag("muted") is false
            ? _participants.Where(participant => participant.Leg != leg).Select(static participant => participant.Leg)
            : [];

    private static void Finish(SwmlRun run, SwmlArguments arguments, string result)
    {
        run.Set("join_conference_result", result);
        run.Set("return_value", result);
        SwmlMethods.Branch(run, arguments.Element("result"), "join_conference_result");
    }

    private void Add(SwmlRun run, SwmlArguments arguments)
    {
        Participant? participant = null;
        var go = run.Wait(() => Leave(participant!));
        participant = new Participant(run.Leg, arguments, () => go(() => Finish(run, arguments, "completed")));
        _participants.Add(participant);
        run.Leg.Conference = this;
        if (arguments.Url("status_callback") is { } url)
        {
            _told.TryAdd(url, new Listener(
                arguments.Text("status_callback_event")?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                arguments.Text("status_callback_method") is "GET"));
        }

        if (!_hasStarted && arguments.Flag("start_on_enter", otherwise: true))
        {
            _hasStarted = true;
            Tell(run.Leg, "conference-start", "start", []);
        }

        Tell(participant, "participant-join", "join");
    }

    private void Leave(Participant participant)
    {
        if (!_participants.Remove(participant))
            return;
        participant.Leg.Conference = null;
        Tell(participant, "participant-leave", "leave");
        var ends = participant.Arguments.Flag("end_on_exit");
        if (!ends && _participants.Count > 0)
            return;
        _context.Conferences.Remove(_name);
        foreach (var other in _participants)
            Tell(other, "participant-leave", "leave");
        Tell(participant.Leg, "conference-end", "end", new JsonObject
        {
            ["call_id_ending_conf"] = participant.Leg.Id,
            ["reason_ended"] = ends ? "participant-with-end-conference-on-exit-left" : "last-participant-left",
        });
        Participant[] freed = [.. _participants];
        _participants.Clear();
        foreach (var other in freed)
        {
            other.Leg.Conference = null;
            other.Freed();
        }
    }

    private void Tell(Participant participant, string status, string word) => Tell(participant.Leg, status, word, new JsonObject
    {
        ["node_id"] = participant.Leg.NodeId,
        ["call_id"] = participant.Leg.Id,
        ["muted"] = participant.Arguments.Flag("muted"),
        ["hold"] = false,
        ["coaching"] = false,
        ["start_on_join"] = participant.Arguments.Flag("start_on_enter", otherwise: true),
        ["end_on_leave"] = participant.Arguments.Flag("end_on_exit"),
    });

    private void Tell(SignalWireLeg leg, string status, string word, JsonObject own)
    {
        foreach (var (url, listener) in _told.Where(told => told.Value.Words?.Contains(word, StringComparer.Ordinal) is not false))
        {
            var parameters = new JsonObject
            {
                ["conference_id"] = _id, ["name"] = _name, ["status"] = status, ["size"] = _participants.Count,
            };
            foreach (var (field, value) in own)
                parameters[field] = value?.DeepClone();
            SignalWireCallbacks.Raise(leg, _queue, SignalWireEvents.Conference, parameters, url, listener.IsToldByGet);
        }
    }

    private sealed record Listener(string[]? Words, bool IsToldByGet);

    private sealed record Participant(SignalWireLeg Leg, SwmlArguments Arguments, Action Freed);
}

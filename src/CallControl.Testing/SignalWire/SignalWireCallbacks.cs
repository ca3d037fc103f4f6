using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What all callbacks of a leg hold: the envelope around <c>params</c>, or <c>params</c> alone as a flat object. Unverified: the members
/// of the flat shape of all but call states.
/// </summary>
internal static class SignalWireCallbacks
{
    /// <summary>These carry no <c>segment_id</c>.</summary>
    private static readonly HashSet<string> WithoutSegment = new(StringComparer.Ordinal)
    {
        SignalWireEvents.Play, SignalWireEvents.Collect, SignalWireEvents.Queue, SignalWireEvents.Conference,
    };

    public static void Raise(SignalWireLeg leg, string name, JsonObject own, Func<Uri?> target, bool isGet)
    {
        var parameters = new JsonObject();
        if (name is not (SignalWireEvents.TranscriptCompleted or SignalWireEvents.TranscriptFailed))
            parameters["node_id"] = leg.NodeId;
        parameters["call_id"] = leg.Id;
        if (!WithoutSegment.Contains(name))
            parameters["segment_id"] = leg.SegmentId;
        Take(own, parameters);
        Send(leg, name, Wrap(leg, name, parameters), target, isGet);
    }

    /// <summary>Sends what belongs to no single call, or to another line than the leg's.</summary>
    public static void Raise(SignalWireLeg leg, WebhookQueue queue, string name, JsonObject parameters, Uri target, bool isGet) =>
        leg.Context.Raise(queue, new RaisedWebhook(name, leg.Id, Wrap(leg, name, parameters).ToJsonString(), () => target)
        {
            Method = MethodOf(isGet),
        });

    /// <summary>Sends a body that is neither envelope nor flat.</summary>
    public static void RaiseBare(SignalWireLeg leg, string name, JsonObject body, Func<Uri?> target) =>
        Send(leg, name, body, target, isGet: false);

    private static void Send(SignalWireLeg leg, string name, JsonObject body, Func<Uri?> target, bool isGet) =>
        leg.Context.Raise(leg.Queue, new RaisedWebhook(name, leg.Id, body.ToJsonString(), target) { Method = MethodOf(isGet) });

    private static HttpMethod MethodOf(bool isGet) => isGet ? HttpMethod.Get : HttpMethod.Post;

    private static JsonObject Wrap(SignalWireLeg leg, string name, JsonObject parameters)
    {
        var timestamp = leg.Context.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (leg.Options.FlatCallbacks)
        {
            if (name is SignalWireEvents.State)
                (parameters["from"], parameters["to"]) = (leg.From, leg.To);
            parameters["timestamp"] = timestamp;
            return parameters;
        }

        var envelope = new JsonObject { ["event_type"] = name };
        if (name is not (SignalWireEvents.TranscriptCompleted or SignalWireEvents.TranscriptFailed))
            envelope["event_channel"] = leg.Channel;
        envelope["timestamp"] = timestamp;
        envelope["project_id"] = leg.Options.ProjectId;
        envelope["space_id"] = leg.Context.SpaceId;
        envelope["params"] = parameters;
        return envelope;
    }

    private static void Take(JsonObject own, JsonObject parameters)
    {
        foreach (var (field, value) in own.ToArray())
        {
            own.Remove(field);
            parameters[field] = value;
        }
    }
}

using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The request for a document. Unverified: that a GET carries nothing but the signature of its address.</summary>
internal static class SwmlFetch
{
    /// <summary>
    /// Asks for a document; the fallback address is asked when the first gives none. What comes is handed over under the lock, or null
    /// with the reason why there is none.
    /// </summary>
    public static void Begin(
        SignalWireLeg leg, IReadOnlyList<Uri> addresses, bool isGet, JsonObject parameters, Action<SwmlDocument?, string> fetched)
    {
        var body = new JsonObject
        {
            ["call"] = DescribeCall(leg),
            ["vars"] = leg.Variables.DeepClone(),
            ["envs"] = leg.Environment.DeepClone(),
            ["params"] = parameters.DeepClone(),
        };
        var question = new RaisedWebhook(SignalWireEvents.Fetch, leg.Id, body.ToJsonString(), static () => null)
        {
            Method = isGet ? HttpMethod.Get : HttpMethod.Post,
        };
        leg.Context.Start(leg, () => AskAsync(leg.Context, addresses, question, fetched));
    }

    /// <summary>The call as a document's server and a document's steps see it.</summary>
    public static JsonObject DescribeCall(SignalWireLeg leg)
    {
        var call = new JsonObject
        {
            ["call_id"] = leg.Id,
            ["node_id"] = leg.NodeId,
            ["segment_id"] = leg.SegmentId,
            ["call_state"] = StateOf(leg),
            ["direction"] = leg.IsInbound ? "inbound" : "outbound",
            ["type"] = leg.Kind,
            ["from"] = leg.From,
            ["to"] = leg.To,
            ["headers"] = new JsonArray(),
            ["project_id"] = leg.Options.ProjectId,
            ["space_id"] = leg.Context.SpaceId,
        };
        if (leg.Kind is "phone")
            (call["from_number"], call["to_number"]) = (leg.From, leg.To);
        if (leg.Parent is { } parent)
            call["parent"] = new JsonObject { ["device_type"] = parent.Kind, ["call_id"] = parent.Id, ["node_id"] = parent.NodeId };
        if (leg.Peer is { } peer)
            call["peer"] = peer.Address();
        return call;
    }

    private static string StateOf(SignalWireLeg leg) => leg.State switch
    {
        SignalWireState.Answered => "answered",
        SignalWireState.Ended => "ended",
        SignalWireState.Ringing when !leg.IsInbound => "ringing",
        _ => "created",
    };

    private static async Task AskAsync(
        SignalWireContext context, IReadOnlyList<Uri> addresses, RaisedWebhook question, Action<SwmlDocument?, string> fetched)
    {
        SwmlDocument? document = null;
        var problem = "No address of a document is set.";
        foreach (var address in addresses)
        {
            var answer = await context.AskAsync(question, address).ConfigureAwait(false);
            if (answer.IsSuccess)
                document = SwmlDocument.Parse(answer.Body, out problem);
            else
                problem = answer.Status == 0 ? "The fetch of a document had no answer in time." : "The fetch of a document was refused.";
            if (document is not null)
                break;
        }

        lock (context.Gate)
            fetched(document, problem);
    }
}

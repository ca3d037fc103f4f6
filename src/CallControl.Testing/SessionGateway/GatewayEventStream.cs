using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The webhooks of one call or one room, numbered from 1. Raise them under the lock of what they report on, so that numbers and order
/// agree. An event that its application does not want takes no number (unverified: otherwise every whitelist would look like loss).
/// </summary>
internal sealed class GatewayEventStream(
    GatewayContext context,
    WebhookDispatcher dispatcher,
    WebhookQueue queue,
    string appId,
    string? sessionId)
{
    private int _sequence;

    public WebhookQueue Queue => queue;

    public void Raise(string name, JsonObject payload)
    {
        if (context.Apps.Find(appId)?.Wants(name) is not true)
            return;
        var webhook = new JsonObject { ["event"] = name };
        if (sessionId is not null)
            webhook["session_uuid"] = sessionId;
        if (context.Options.Envelope is WebhookEnvelope.Nested)
        {
            // What the number of a room's event counts is not documented; here it counts within the room.
            webhook["sequence"] = ++_sequence;
            webhook["data"] = payload;
        }
        else
        {
            foreach (var (field, value) in payload)
                webhook[field] = value?.DeepClone();
        }

        dispatcher.Raise(queue, new RaisedWebhook(name, sessionId, webhook.ToJsonString(), () => context.Apps.Find(appId)?.WebhookUrl));
    }
}

using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Where a leg's webhooks go, and what all of them hold. Unverified: that each address of a list in <c>webhook_urls</c> gets the event,
/// and that an address asked for by GET is not emulated, as nothing documents how a body becomes a query: it gets a POST.
/// </summary>
internal sealed class LegWebhooks(TelnyxLeg leg)
{
    private readonly Dictionary<string, Uri[]> _urls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<TimeSpan>> _retries = new(StringComparer.Ordinal);
    private Uri? _url;

    /// <summary>Takes over what a command says; the fields exist only on those that allow it.</summary>
    public void Configure(RequestBody body)
    {
        if (body.Text("webhook_url") is { } url)
            _url = new Uri(url);
        foreach (var entry in body.Entries("webhook_urls"))
            _urls[entry.Name] = [.. RequestBody.TextsOf(entry.Value).Select(static address => new Uri(address))];
        foreach (var entry in body.Entries("webhook_retries_policies"))
            _retries[entry.Name] = TelnyxRules.RetriesOf(entry.Value);
    }

    public void Raise(string name, JsonObject own)
    {
        var data = new JsonObject
        {
            ["record_type"] = "event",
            ["event_type"] = name,
            ["id"] = leg.Context.Ids.NewUuid(),
            ["occurred_at"] = TelnyxTime.Of(leg.Context.Time.GetUtcNow()),
            ["payload"] = Payload(name, own),
        };
        var text = data.ToJsonString();
        if (_urls.TryGetValue(name, out var targets))
        {
            foreach (var target in targets)
                Raise(name, text, () => target);
        }
        else
        {
            Raise(name, text, () => _url ?? leg.Context.WebhookUrl);
        }
    }

    private void Raise(string name, string text, Func<Uri?> target) =>
        leg.Context.Raise(leg.Session.Queue, new RaisedWebhook(name, leg.CallControlId, text, target)
        {
            RetryDelays = _retries.GetValueOrDefault(name),
        });

    private JsonObject Payload(string name, JsonObject own)
    {
        var payload = new JsonObject
        {
            ["call_control_id"] = leg.CallControlId,
            ["call_leg_id"] = leg.CallLegId,
            ["call_session_id"] = leg.Session.Id,
            ["calling_party_type"] = leg.From.StartsWith('+') ? "pstn" : "sip",
            ["client_state"] = leg.ClientState,
            ["connection_id"] = leg.Options.ConnectionId,
        };
        if (TelnyxEvents.HasNumbers(name))
            (payload["from"], payload["to"]) = (leg.From, leg.To);
        foreach (var (field, value) in own.ToArray())
        {
            own.Remove(field);
            payload[field] = value;
        }

        return payload;
    }
}

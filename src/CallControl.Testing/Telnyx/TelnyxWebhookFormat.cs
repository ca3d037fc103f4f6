using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Wraps an event in the envelope, which tells the attempt and the address, and signs time stamp, bar and body. Unverified: the members
/// of the version 1 format beside <c>event_type</c> and <c>created_at</c>, and that it is signed in the same way.
/// </summary>
internal sealed class TelnyxWebhookFormat(TimeProvider time, Ed25519Signer signer, bool isFlat) : IWebhookFormat
{
    private static readonly TimeSpan Staleness = TimeSpan.FromHours(1);

    public string Render(RaisedWebhook webhook, Uri target, int attempt)
    {
        var data = JsonNode.Parse(webhook.Body)!.AsObject();
        if (isFlat)
        {
            return new JsonObject
            {
                ["record_type"] = "event",
                ["event_type"] = webhook.Name.Replace('.', '_'),
                ["id"] = data["id"]?.DeepClone(),
                ["created_at"] = data["occurred_at"]?.DeepClone(),
                ["payload"] = data["payload"]?.DeepClone(),
            }.ToJsonString();
        }

        return new JsonObject
        {
            ["data"] = data,
            ["meta"] = new JsonObject { ["attempt"] = attempt, ["delivered_to"] = target.OriginalString },
        }.ToJsonString();
    }

    public IEnumerable<KeyValuePair<string, string>> Headers(RaisedWebhook webhook, Uri target, ReadOnlySpan<byte> body)
    {
        var moment = time.GetUtcNow() - (webhook.HasStaleTimestamp ? Staleness : TimeSpan.Zero);
        var timestamp = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = signer.Sign([.. System.Text.Encoding.ASCII.GetBytes(timestamp), (byte)'|', .. body]);
        if (webhook.HasWrongSignature)
            signature[0] ^= 1;
        return
        [
            new("User-Agent", "telnyx-webhooks"),
            new("telnyx-timestamp", timestamp),
            new("telnyx-signature-ed25519", Convert.ToBase64String(signature)),
        ];
    }
}

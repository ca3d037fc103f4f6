using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary><c>webhooks.*</c>: subscriptions are kept, and nothing is sent. Unverified: the members of a subscription.</summary>
internal static class CallrWebhookMethods
{
    private static readonly string[] Types =
    [
        "call.inbound_start", "call.inbound_hangup", "call.outbound_start", "call.outbound_hangup", "media.recording.new",
        "media.recording.status_update", "job.status_update",
    ];

    public static JsonNode Subscribe(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(3, 3);
        var type = arguments.Text(0, "type");
        if (!Types.Contains(type, StringComparer.Ordinal))
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [type]");
        if (!Uri.TryCreate(arguments.Text(1, "endpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [endpoint]");
        var options = arguments.OptionalObject(2, "options");
        var subscription = new CallrEmulatorSubscription(context.NewHash(), type, endpoint);
        context.Subscriptions.Add(subscription);
        return new JsonObject
        {
            ["hash"] = subscription.Hash,
            ["type"] = type,
            ["endpoint"] = endpoint.OriginalString,
            ["options"] = options is { } given ? JsonNode.Parse(given.GetRawText()) : null,
        };
    }

    public static JsonNode EventTypes(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(0, 0);
        return new JsonArray([.. Types.Select(static type => (JsonNode)type)]);
    }
}

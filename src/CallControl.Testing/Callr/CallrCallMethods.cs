using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>calls.*</c>. Unverified: the shape of a request id; that hanging up or breaking what is not there is false and no error; the
/// parameters and the result of <c>calls.realtime_break</c>, here the call id, options that may be left out, and whether a command was
/// broken; the words of <c>calls.get_status_1</c>, here "RINGING" and those of <c>call_status</c>.
/// </summary>
internal static class CallrCallMethods
{
    public static JsonNode Start(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 3);
        if (!context.Apps.TryGetValue(arguments.Text(0, "app"), out var app))
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [app]");
        var target = new RequestBody(arguments.Whole(1, "target", "target"));
        var options = OptionsOf(context, arguments, 2, "callOptions");
        var request = context.NewHash();
        var call = new CallrCall(
            context, app, CallrDialledLine.ShownFrom(options), target.Text("number", ""), request, options?.Text("cdr_field") ?? "");
        call.Ring(target.Seconds("timeout", 0));
        return request;
    }

    public static JsonNode Break(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 2);
        var id = arguments.CallId(0);
        arguments.Options(1, "options", "emptyOptions");
        return context.Lines.GetValueOrDefault(id) is CallrCall call && call.Break();
    }

    /// <summary>The options are reserved and may not be null.</summary>
    public static JsonNode HangUp(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 2);
        var id = arguments.CallId(0);
        arguments.Whole(1, "options", "emptyOptions");
        if (!context.Lines.TryGetValue(id, out var line))
            return false;
        line.End(CallrPost.HangUp);
        return true;
    }

    public static JsonNode Broadcast(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 3);
        var target = new RequestBody(arguments.Whole(0, "target", "target"));
        var messages = arguments.Whole(1, "messages", "messages").EnumerateArray().ToArray();
        var options = OptionsOf(context, arguments, 2, "broadcastOptions");
        var request = context.NewHash();
        var plays = Enumerable.Repeat(messages, options?.Integer("loop", 1) ?? 1).SelectMany(static round => round);
        CallrDialledLine? line = null;
        line = new CallrDialledLine(context, CallrDialledLine.ShownFrom(options), target.Text("number", ""))
        {
            Answered = () =>
            {
                context.Broadcasts[request] = CallrPost.Up;
                PlayAll(context, line!, new Queue<JsonElement>(plays));
            },
            Ended = status => context.Broadcasts[request] = status,
        };
        context.Broadcasts[request] = "RINGING";
        line.Ring(target.Seconds("timeout", 0));
        return request;
    }

    public static JsonNode StatusOf(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return context.Broadcasts.TryGetValue(arguments.Text(0, "request_id"), out var status)
            ? status
            : throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [request_id]");
    }

    private static void PlayAll(CallrContext context, CallrDialledLine line, Queue<JsonElement> messages)
    {
        if (messages.TryDequeue(out var message))
            line.Play(CallrSound.OfMedia(context, message), () => PlayAll(context, line, messages));
        else
            line.End(CallrPost.HangUp);
    }

    private static RequestBody? OptionsOf(CallrContext context, CallrRpcArguments arguments, int index, string type)
    {
        var options = arguments.Options(index, "options", type);
        if (CallrDialledLine.ShownFrom(options) is { Length: > 0 } cli && !IsAuthorized(context, cli))
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [options.cli]");
        return options;
    }

    private static bool IsAuthorized(CallrContext context, string cli) => context.Options.AuthorizedClis is not { } authorized
        || authorized.Contains(cli, StringComparer.Ordinal) || context.Dids.Exists(did => did.Number == cli);
}

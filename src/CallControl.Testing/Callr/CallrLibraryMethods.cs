using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>media/library.*</c> as far as keeping a recording needs them. Unverified: that <c>create</c> returns the number alone, that
/// <c>set_name</c> and <c>delete</c> return true, that categories are lists of texts, and that
/// an empty one asks for all media.
/// </summary>
internal static class CallrLibraryMethods
{
    public static JsonNode Create(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return context.Library.Create(arguments.Text(0, "name")).Id;
    }

    /// <summary>The content is not ready at once.</summary>
    public static JsonNode SetContentFromRecording(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 2);
        var entry = Find(context, arguments);
        if (!context.Recordings.TryGetValue(arguments.Text(1, "media_file"), out var duration))
            throw new CallrRpcException(CallrRpcError.NotFound, "FILE_NOT_FOUND");
        context.Library.Change(entry.Id, old => old with { Status = CallrMediaEntry.Processing, Duration = duration });
        LockedTimer.Start(context.Time, context.Gate, context.Options.MediaProcessingTime, () =>
            context.Library.Change(entry.Id, static old => old with { Status = CallrMediaEntry.Ready }));
        return true;
    }

    public static JsonNode Get(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return Describe(Find(context, arguments));
    }

    public static JsonNode List(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        var all = arguments.List(0, "categories").GetArrayLength() == 0;
        return new JsonArray([.. context.Library.All().Where(_ => all).Select(static entry => (JsonNode)Describe(entry))]);
    }

    public static JsonNode SetName(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 2);
        var name = arguments.Text(1, "name");
        return context.Library.Change(Find(context, arguments).Id, old => old with { Name = name });
    }

    public static JsonNode Delete(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return context.Library.Remove(Find(context, arguments).Id);
    }

    private static CallrMediaEntry Find(CallrContext context, CallrRpcArguments arguments) =>
        context.Library.Find(arguments.Integer(0, "media_id"))
        ?? throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [media_id]");

    private static JsonObject Describe(CallrMediaEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["hash"] = "",
        ["name"] = entry.Name,
        ["content"] = "",
        ["duration"] = (int)Math.Ceiling(entry.Duration.TotalSeconds),
        ["voice"] = "",
        ["status"] = entry.Status,
        ["language"] = new JsonArray(),
        ["category"] = new JsonArray(),
        ["tags"] = new JsonObject(),
        ["url"] = "",
        ["is_editable"] = true,
    };
}

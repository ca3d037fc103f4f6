using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CallControl.Testing;

/// <summary>
/// <c>apps.*</c> as far as a REALTIME10 app needs them. Unverified: the shape of a number's object, that the account's own numbers are in
/// <c>get_authorized_clis</c> (the members of an item are those of the vendor's .NET SDK), and that <c>get_list</c> leaves <c>did</c> empty
/// unless numbers are asked for.
/// </summary>
internal static partial class CallrAppMethods
{
    public static JsonNode Create(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(3, 3);
        if (arguments.Text(0, "type") is not CallrApp.Type)
            throw new CallrRpcException(CallrRpcError.BadValue, "BAD_APP_TYPE");
        var name = NameOf(arguments.Text(1, "name"));
        var p = arguments.Options(2, "p", "realtimeApp");
        var app = context.AddApp(name);
        if (p is not null)
            app.Take(p);
        return app.Describe(context.Dids);
    }

    public static JsonNode Edit(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(3, 3);
        var app = Find(context, arguments);
        var name = arguments.OptionalText(1, "name") is { } given ? NameOf(given) : app.Name;
        var p = arguments.Options(2, "p", "realtimeApp");
        app.Name = name;
        app.Updated = context.Time.GetUtcNow();
        if (p is not null)
            app.Take(p);
        return app.Describe(context.Dids);
    }

    public static JsonNode Get(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return Find(context, arguments).Describe(context.Dids);
    }

    public static JsonNode List(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        IReadOnlyList<CallrEmulatorDid> dids = arguments.Flag(0, "with_numbers") ? context.Dids : [];
        return new JsonArray([.. context.Apps.Values.Select(app => (JsonNode)app.Describe(dids))]);
    }

    public static JsonNode Delete(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        var app = Find(context, arguments);
        context.Apps.Remove(app.Hash);
        for (var i = 0; i < context.Dids.Count; i++)
        {
            if (context.Dids[i].App == app.Hash)
                context.Dids[i] = context.Dids[i] with { App = null };
        }

        return true;
    }

    public static JsonNode AssignDid(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(2, 2);
        var app = Find(context, arguments);
        return Assign(context, arguments.Text(1, "did"), app.Hash);
    }

    public static JsonNode RemoveDid(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        return Assign(context, arguments.Text(0, "did"), app: null);
    }

    public static JsonNode Dids(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        var onlyAvailable = arguments.Flag(0, "only_available");
        return new JsonArray(
            [.. context.Dids.Where(did => !onlyAvailable || did.App is null).Select(static did => (JsonNode)CallrApp.Describe(did))]);
    }

    public static JsonNode AuthorizedClis(CallrContext context, CallrRpcArguments arguments)
    {
        arguments.Take(1, 1);
        if (arguments.Text(0, "type") is not ("CALL" or "SMS"))
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [type]");
        var numbers = context.Dids.Select(static did => did.Number).Concat(context.Options.AuthorizedClis ?? []);
        return new JsonArray([.. numbers.Select(static number => (JsonNode)DescribeCli(number))]);
    }

    private static JsonObject DescribeCli(string number) => new() { ["cli"] = number, ["label"] = "", ["comment"] = "" };

    private static bool Assign(CallrContext context, string hash, string? app)
    {
        var index = context.Dids.FindIndex(did => did.Hash == hash);
        if (index < 0)
            throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [did]");
        context.Dids[index] = context.Dids[index] with { App = app };
        return true;
    }

    private static CallrApp Find(CallrContext context, CallrRpcArguments arguments) =>
        context.Apps.TryGetValue(arguments.Text(0, "hash"), out var app)
            ? app
            : throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [hash]");

    private static string NameOf(string name) => Name().IsMatch(name)
        ? name
        : throw new CallrRpcException(CallrRpcError.BadValue, "PROPERTY_VALUE_ERROR [name]");

    /// <summary>The vendor's <c>app_name</c>.</summary>
    [GeneratedRegex(@"^[\p{L}0-9() _-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>A request built from what a mapping expects, in the exact form or with one thing wrong.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Authorization">Value of the header, null for none.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body's JSON, null for none.</param>
internal sealed record TelnyxExpectedRequest(string Method, string Url, string? Authorization, string ContentType, string? Body)
{
    private const string RegexMarker = "${json-unit.regex}";

    /// <summary>The request that a mapping, placeholders replaced, expects.</summary>
    public static TelnyxExpectedRequest Of(JsonNode mapping)
    {
        var request = mapping["request"]!;
        var url = request["url"] is { } exact ? exact.GetValue<string>() : request["urlPath"]!.GetValue<string>() + Query(request["queryParameters"]);
        var body = request["bodyPatterns"]?[0]!["equalToJson"]?.DeepClone().AsObject();
        foreach (var name in Matched(body)) body![name] = "cmd-1._x:2";
        return new(request["method"]!.GetValue<string>(), url, request["headers"]![nameof(Authorization)]!["equalTo"]!.GetValue<string>(), "application/json", body?.ToJsonString());
    }

    /// <summary>Every request that differs from this one in a single point that the vendor's contract does not leave open.</summary>
    /// <remarks>Unknown headers are left open. Every field is tried, however deep it lies.</remarks>
    public IEnumerable<(string What, TelnyxExpectedRequest Request)> WithOneThingWrong()
    {
        var query = Url.IndexOf('?', StringComparison.Ordinal);
        yield return ("another method", this with { Method = Method == "POST" ? "PUT" : "POST" });
        yield return ("a longer path", this with { Url = query < 0 ? Url + "/more" : Url.Insert(query, "/more") });
        yield return ("another version", this with { Url = Url.Replace("/v2/", "/v3/", StringComparison.Ordinal) });
        yield return ("no Authorization", this with { Authorization = null });
        yield return ("another key", this with { Authorization = Authorization + "x" });
        yield return ("no scheme", this with { Authorization = Authorization!["Bearer ".Length..] });
        yield return ("another scheme", this with { Authorization = Authorization!.Replace("Bearer", "Basic", StringComparison.Ordinal) });
        if (Url.Contains("/calls/", StringComparison.Ordinal))
        {
            yield return ("an id that is not encoded", this with { Url = Url.Replace("%3A", ":", StringComparison.Ordinal) });
            yield return ("an id that is encoded twice", this with { Url = Url.Replace("%3A", "%253A", StringComparison.Ordinal) });
        }

        if (Url.Contains("active_calls", StringComparison.Ordinal))
        {
            if (query >= 0) yield return ("no query", this with { Url = Url[..query] });
            foreach (var name in new[] { "limit", "after", "before" }.Where(name => !Url.Contains(name, StringComparison.Ordinal)))
                yield return ($"a needless page[{name}]", this with { Url = $"{Url}{(query < 0 ? "?" : "&")}page%5B{name}%5D=7" });
        }
        else
        {
            yield return ("a needless query", this with { Url = Url + "?page=1" });
        }

        if (Body is null)
        {
            yield return ("a needless body", this with { Body = "{}" });
            yield break;
        }

        yield return ("no body", this with { Body = null });
        yield return ("a body that is not JSON", this with { Body = "{" });
        yield return ("another media type", this with { ContentType = "text/plain" });
        var root = JsonNode.Parse(Body)!;
        foreach (var path in Paths(root, []))
        {
            var where = path.Length == 0 ? "the body" : string.Join('.', path);
            switch (At(root, path))
            {
                case JsonObject:
                    yield return ($"an extra field in {where}", Changed(path, node => node["surprise"] = 1));
                    yield return ($"an extra null in {where}", Changed(path, node => node["surprise"] = null));
                    break;
                case JsonArray array:
                    yield return ($"one more in {where}", Changed(path, node => node.AsArray().Add("surprise")));
                    yield return ($"none in {where}", Changed(path, node => node.AsArray().Clear()));
                    if (array.Count > 1) yield return ($"another order in {where}", Changed(path, Reverse));
                    break;
            }

            if (path.Length == 0) continue;
            var parent = path[..^1];
            if (At(root, parent) is JsonObject) yield return ($"no {where}", Changed(parent, node => node.AsObject().Remove((string)path[^1])));
            yield return ($"null for {where}", Changed(parent, node => Set(node, path[^1], null)));
            yield return ($"another type for {where}", Changed(parent, node => Set(node, path[^1], AnotherType(At(root, path)!))));
            yield return ($"another value for {where}", Changed(parent, node => Set(node, path[^1], AnotherValue(At(root, path)!, where))));
        }
    }

    /// <summary>The message to send.</summary>
    /// <param name="server">The root address of the server.</param>
    public HttpRequestMessage ToMessage(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(server, Url));
        if (Authorization is not null) message.Headers.TryAddWithoutValidation(nameof(Authorization), Authorization);
        if (Body is not null) message.Content = new StringContent(Body, Encoding.UTF8, ContentType);
        return message;
    }

    private static string Query(JsonNode? parameters)
    {
        var present = (parameters?.AsObject() ?? []).Where(parameter => parameter.Value!["equalTo"] is not null)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value!["equalTo"]!.GetValue<string>())}").ToList();
        return present.Count == 0 ? "" : "?" + string.Join('&', present);
    }

    private static List<string> Matched(JsonObject? body) =>
        [.. (body ?? []).Where(field => field.Value is JsonValue value && value.TryGetValue<string>(out var text)
            && text.StartsWith(RegexMarker, StringComparison.Ordinal)).Select(field => field.Key)];

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        yield return path;
        var children = node switch
        {
            JsonObject item => item.SelectMany(member => Paths(member.Value, [.. path, member.Key])),
            JsonArray items => items.SelectMany((item, index) => Paths(item, [.. path, index])),
            _ => [],
        };
        foreach (var child in children) yield return child;
    }

    private static JsonNode? At(JsonNode? node, object[] path) =>
        path.Aggregate(node, static (node, step) => step is int index ? node![index] : node![(string)step]);

    private static void Set(JsonNode parent, object step, JsonNode? value)
    {
        if (step is int index)
            parent[index] = value;
        else
            parent[(string)step] = value;
    }

    private static JsonValue AnotherType(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out _) ? JsonValue.Create(7) : JsonValue.Create(node.ToJsonString());

    private static JsonNode AnotherValue(JsonNode node, string where) => node switch
    {
        JsonValue value when value.TryGetValue<bool>(out var flag) => JsonValue.Create(!flag),
        JsonValue value when value.TryGetValue<double>(out var number) => JsonValue.Create(number + 1),
        // Any id that is no empty text and has no blank will do.
        JsonValue value => JsonValue.Create(where == "command_id" ? "a b" : value.GetValue<string>() + "x"),
        JsonObject => new JsonArray(),
        _ => new JsonObject(),
    };

    private static void Reverse(JsonNode node)
    {
        var array = node.AsArray();
        var reversed = array.Select(item => item?.DeepClone()).Reverse().ToList();
        array.Clear();
        foreach (var item in reversed) array.Add(item);
    }

    private TelnyxExpectedRequest Changed(object[] path, Action<JsonNode> change)
    {
        var body = JsonNode.Parse(Body!)!;
        change(At(body, path)!);
        return this with { Body = body.ToJsonString() };
    }
}

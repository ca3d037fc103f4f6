using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.WireMock;

/// <summary>A body built from what a mapping's <c>equalToJson</c> expects, in the exact form or with one thing wrong.</summary>
internal static class ExpectedJson
{
    private const string RegexMarker = "${json-unit.regex}";

    /// <summary>A body that the mapping matches.</summary>
    /// <param name="pattern">What the mapping expects.</param>
    /// <param name="open">Stands where the mapping expects no certain text but one of a certain form.</param>
    public static JsonObject Of(JsonObject pattern, string open)
    {
        var body = pattern.DeepClone().AsObject();
        foreach (var path in Paths(body, []).Where(path => IsOpen(At(body, path))).ToList()) Set(At(body, path[..^1])!, path[^1], open);
        return body;
    }

    /// <summary>Every body that differs from this one in a single point, however deep it lies.</summary>
    public static IEnumerable<(string What, string Body)> WithOneThingWrong(string body)
    {
        var root = JsonNode.Parse(body)!;
        foreach (var path in Paths(root, []))
        {
            var where = path.Length == 0 ? "the body" : string.Join('.', path);
            switch (At(root, path))
            {
                case JsonObject:
                    yield return ($"an extra field in {where}", Changed(body, path, node => node["surprise"] = 1));
                    yield return ($"an extra null in {where}", Changed(body, path, node => node["surprise"] = null));
                    break;
                case JsonArray array:
                    yield return ($"one more in {where}", Changed(body, path, node => node.AsArray().Add("surprise")));
                    if (array.Count > 0) yield return ($"none in {where}", Changed(body, path, node => node.AsArray().Clear()));
                    if (array.Count > 1) yield return ($"another order in {where}", Changed(body, path, Reverse));
                    break;
            }

            if (path.Length == 0) continue;
            var parent = path[..^1];
            if (At(root, parent) is JsonObject) yield return ($"no {where}", Changed(body, parent, node => node.AsObject().Remove((string)path[^1])));
            if (At(root, path) is null)
            {
                yield return ($"a value for {where}", Changed(body, parent, node => Set(node, path[^1], "surprise")));
                yield return ($"an object for {where}", Changed(body, parent, node => Set(node, path[^1], new JsonObject())));
                continue;
            }

            yield return ($"null for {where}", Changed(body, parent, node => Set(node, path[^1], null)));
            yield return ($"another type for {where}", Changed(body, parent, node => Set(node, path[^1], AnotherType(At(root, path)!))));
            yield return ($"another value for {where}", Changed(body, parent, node => Set(node, path[^1], AnotherValue(At(root, path)!))));
        }
    }

    /// <summary>The body with something done to it.</summary>
    public static string Changed(string body, Action<JsonObject> change) => Changed(body, [], node => change(node.AsObject()));

    private static string Changed(string body, object[] path, Action<JsonNode> change)
    {
        var changed = JsonNode.Parse(body)!;
        change(At(changed, path)!);
        return changed.ToJsonString();
    }

    private static bool IsOpen(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith(RegexMarker, StringComparison.Ordinal);

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

    private static JsonNode AnotherValue(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<bool>(out var flag) => JsonValue.Create(!flag),
        JsonValue value when value.TryGetValue<double>(out var number) => JsonValue.Create(number + 1),
        // With a blank, which no identifier has.
        JsonValue value => JsonValue.Create(value.GetValue<string>() + " x"),
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
}

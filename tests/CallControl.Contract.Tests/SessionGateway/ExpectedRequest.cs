using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>A request built from what a mapping expects, in the exact form or with one thing wrong.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path.</param>
/// <param name="Headers">Header values by name, without those of the body.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body's JSON, null for none.</param>
internal sealed record ExpectedRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, string ContentType, string? Body)
{
    private const string RegexMarker = "${json-unit.regex}";

    /// <summary>The request that a mapping, placeholders replaced, expects.</summary>
    public static ExpectedRequest Of(JsonNode mapping)
    {
        var request = mapping["request"]!;
        var headers = request["headers"]!.AsObject().Where(header => header.Value!["equalTo"] is not null)
            .ToDictionary(header => header.Key, header => header.Value!["equalTo"]!.GetValue<string>(), StringComparer.Ordinal);
        var body = request["bodyPatterns"]![0]!["equalToJson"]?.DeepClone().AsObject();
        foreach (var name in Matched(body)) body![name] = "cmd-1._x";
        return new(request["method"]!.GetValue<string>(), request["urlPath"]!.GetValue<string>(), headers, "application/json", body?.ToJsonString());
    }

    /// <summary>Every request that differs from this one in a single point that the gateway's contract does not leave open.</summary>
    /// <remarks>Query parameters and unknown headers are left open.</remarks>
    public IEnumerable<(string What, ExpectedRequest Request)> WithOneThingWrong()
    {
        yield return ("another method", this with { Method = "PUT" });
        yield return ("a longer path", this with { Path = Path + "/more" });
        foreach (var header in Headers.Keys)
        {
            yield return ($"no {header}", this with { Headers = Headers.Where(other => other.Key != header).ToDictionary() });
            yield return ($"a wrong {header}", this with { Headers = With(header, Headers[header] + "x") });
        }

        if (!Headers.ContainsKey("X-Admin-API-Key")) yield return ("a needless admin key", this with { Headers = With("X-Admin-API-Key", "x") });
        if (Body is null)
        {
            yield return ("a needless body", this with { Body = "{}" });
            yield break;
        }

        yield return ("no body", this with { Body = null });
        yield return ("a body that is not JSON", this with { Body = "{" });
        yield return ("another media type", this with { ContentType = "text/plain" });
        yield return ("an extra field", Changed(body => body["surprise"] = 1));
        yield return ("an extra null", Changed(body => body["surprise"] = null));
        foreach (var (name, value) in JsonNode.Parse(Body)!.AsObject())
        {
            yield return ($"no {name}", Changed(body => body.Remove(name)));
            yield return ($"null for {name}", Changed(body => body[name] = null));
            yield return ($"another type for {name}", Changed(body => body[name] = value is JsonValue text && text.TryGetValue<string>(out _) ? 7 : $"{value}"));
            if (value is JsonArray array)
            {
                yield return ($"one more in {name}", Changed(body => body[name]!.AsArray().Add("https://cdn.example.com/extra.wav")));
                if (array.Count > 1) yield return ($"another order in {name}", Changed(body => body[name] = Reversed(body[name]!.AsArray())));
            }
        }

        if (JsonNode.Parse(Body)!["command_uid"] is not null)
        {
            yield return ("a blank in command_uid", Changed(body => body["command_uid"] = "a b"));
            yield return ("an empty command_uid", Changed(body => body["command_uid"] = ""));
            yield return ("a command_uid of 129", Changed(body => body["command_uid"] = new string('a', 129)));
        }
    }

    /// <summary>The message to send.</summary>
    public HttpRequestMessage ToMessage(Uri baseAddress)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(baseAddress, Path));
        foreach (var (name, value) in Headers) message.Headers.Add(name, value);
        if (Body is not null) message.Content = new StringContent(Body, Encoding.UTF8, ContentType);
        return message;
    }

    private static List<string> Matched(JsonObject? body) =>
        [.. (body ?? []).Where(field => field.Value is JsonValue value && value.TryGetValue<string>(out var text)
            && text.StartsWith(RegexMarker, StringComparison.Ordinal)).Select(field => field.Key)];

    private static JsonArray Reversed(JsonArray array) => [.. array.Select(item => item!.DeepClone()).Reverse()];

    private Dictionary<string, string> With(string header, string value) => new(Headers, StringComparer.Ordinal) { [header] = value };

    private ExpectedRequest Changed(Action<JsonObject> change)
    {
        var body = JsonNode.Parse(Body!)!.AsObject();
        change(body);
        return this with { Body = body.ToJsonString() };
    }
}

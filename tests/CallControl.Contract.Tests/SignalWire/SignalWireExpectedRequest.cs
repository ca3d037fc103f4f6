using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>A request built from what a mapping expects, in the exact form or with one thing wrong.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Authorization">Value of the header, null for none.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body's JSON, null for none.</param>
internal sealed record SignalWireExpectedRequest(string Method, string Url, string? Authorization, string ContentType, string? Body)
{
    private const string AnyControlId = "c7a1f5d2-3b4e-4c6d-9e8f-0a1b2c3d4e55";

    private static readonly string[] QueryNames = ["created_before", "created_on", "created_after", "include_deleted", "page_number", "page_size", "page_token"];

    /// <summary>The request that a mapping, placeholders replaced, expects.</summary>
    public static SignalWireExpectedRequest Of(JsonNode mapping)
    {
        var request = mapping["request"]!;
        var url = request["url"] is { } exact ? exact.GetValue<string>() : request["urlPath"]!.GetValue<string>() + Query(request["queryParameters"]);
        var pattern = request["bodyPatterns"]![0]!["equalToJson"]?.AsObject();
        var body = pattern is null ? null : ExpectedJson.Of(pattern, AnyControlId);
        return new(request["method"]!.GetValue<string>(), url, request["headers"]![nameof(Authorization)]!["equalTo"]!.GetValue<string>(), "application/json", body?.ToJsonString());
    }

    /// <summary>Every request that differs from this one in a single point that the vendor's contract does not leave open.</summary>
    /// <remarks>Unknown headers are left open, and the order of a query, but for that of a link. Every member is tried, however deep it lies.</remarks>
    public IEnumerable<(string What, SignalWireExpectedRequest Request)> WithOneThingWrong()
    {
        var query = Url.IndexOf('?', StringComparison.Ordinal);
        yield return ("another method", this with { Method = Method == "POST" ? "PUT" : "POST" });
        yield return ("a longer path", this with { Url = query < 0 ? Url + "/more" : Url.Insert(query, "/more") });
        yield return ("another path", this with { Url = Url.Replace("/api/", "/api/relay/rest/", StringComparison.Ordinal) });
        yield return ("no Authorization", this with { Authorization = null });
        yield return ("another token", this with { Authorization = Authorization + "x" });
        yield return ("no scheme", this with { Authorization = Authorization!["Basic ".Length..] });
        yield return ("another scheme", this with { Authorization = Authorization!.Replace("Basic", "Bearer", StringComparison.Ordinal) });
        if (Body is null)
        {
            if (query >= 0) yield return ("no query", this with { Url = Url[..query] });
            foreach (var name in QueryNames.Where(name => !Url.Contains(name + "=", StringComparison.Ordinal)))
                yield return ($"a needless {name}", this with { Url = $"{Url}{(query < 0 ? "?" : "&")}{name}=7" });
            yield return ("a needless body", this with { Body = "{}" });
            yield break;
        }

        yield return ("a needless query", this with { Url = Url + "?page_number=1" });
        yield return ("no body", this with { Body = null });
        yield return ("a body that is not JSON", this with { Body = "{" });
        yield return ("another media type", this with { ContentType = "text/plain" });
        foreach (var (what, body) in ExpectedJson.WithOneThingWrong(Body).Concat(WithIdElsewhere(Body))) yield return (what, this with { Body = body });
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

    // The mistake that customers make most.
    private static IEnumerable<(string What, string Body)> WithIdElsewhere(string body)
    {
        var isAtTop = JsonNode.Parse(body)!.AsObject().ContainsKey("id");
        var isInside = JsonNode.Parse(body)!["params"]!.AsObject().ContainsKey("id");
        if (isAtTop) yield return ("the id among the parameters", ExpectedJson.Changed(body, node => Move(node, node["params"]!.AsObject())));
        if (isInside) yield return ("the id beside the parameters", ExpectedJson.Changed(body, node => Move(node["params"]!.AsObject(), node)));
        if (!isInside) yield return ("an id among the parameters as well", ExpectedJson.Changed(body, node => node["params"]!["id"] = AnyControlId));
        if (!isAtTop) yield return ("an id beside the parameters as well", ExpectedJson.Changed(body, node => node["id"] = AnyControlId));

        static void Move(JsonObject from, JsonObject to)
        {
            var id = from["id"]!.GetValue<string>();
            from.Remove("id");
            to["id"] = id;
        }
    }

    private static string Query(JsonNode? parameters)
    {
        var present = (parameters?.AsObject() ?? []).Where(parameter => parameter.Value!["equalTo"] is not null)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value!["equalTo"]!.GetValue<string>())}").ToList();
        return present.Count == 0 ? "" : "?" + string.Join('&', present);
    }
}

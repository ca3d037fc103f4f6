using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>A request built from what a mapping expects, in the exact form or with one thing wrong.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Authorization">Value of the header, null for none.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body's JSON, null for none.</param>
internal sealed record TelnyxExpectedRequest(string Method, string Url, string? Authorization, string ContentType, string? Body)
{
    /// <summary>The request that a mapping, placeholders replaced, expects.</summary>
    public static TelnyxExpectedRequest Of(JsonNode mapping)
    {
        var request = mapping["request"]!;
        var url = request["url"] is { } exact ? exact.GetValue<string>() : request["urlPath"]!.GetValue<string>() + Query(request["queryParameters"]);
        var pattern = request["bodyPatterns"]?[0]!["equalToJson"]?.AsObject();
        var body = pattern is null ? null : ExpectedJson.Of(pattern, "cmd-1._x:2");
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
        foreach (var (what, body) in ExpectedJson.WithOneThingWrong(Body)) yield return (what, this with { Body = body });
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
}

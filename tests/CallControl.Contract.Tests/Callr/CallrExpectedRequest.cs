using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Callr;

/// <summary>A request built from what a mapping expects, in the exact form or with one thing wrong.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Authorization">Value of the header, null for none.</param>
/// <param name="ContentType">Value of the header.</param>
/// <param name="Body">The body's JSON, null for none.</param>
internal sealed record CallrExpectedRequest(string Method, string Url, string? Authorization, string ContentType, string? Body)
{
    private const int AnyId = 7;

    // What every number fits.
    private const string Open = "another value for id";

    /// <summary>A header of its own; null for none.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>The request that a mapping, placeholders replaced, expects.</summary>
    public static CallrExpectedRequest Of(JsonObject mapping)
    {
        var request = mapping["request"]!;
        var headers = request["headers"]!;
        var body = request["bodyPatterns"]![0]!["equalToJson"]!.DeepClone();
        body["id"] = AnyId;
        return new(
            request["method"]!.GetValue<string>(),
            request["url"]!.GetValue<string>(),
            headers[nameof(Authorization)]!["equalTo"]!.GetValue<string>(),
            headers["Content-Type"]!["equalTo"]!.GetValue<string>(),
            body.ToJsonString());
    }

    /// <summary>Every request that differs from this one in a single point that the vendor's contract does not leave open.</summary>
    /// <remarks>Unknown headers are left open, and which number the id is. Every parameter is tried, however deep it lies.</remarks>
    public IEnumerable<(string What, CallrExpectedRequest Request)> WithOneThingWrong()
    {
        yield return ("another method", this with { Method = "PUT" });
        yield return ("a longer path", this with { Url = Url + "more" });
        yield return ("no slash at the end", this with { Url = Url.TrimEnd('/') });
        yield return ("a needless query", this with { Url = Url + "?a=1" });
        yield return ("no Authorization", this with { Authorization = null });
        yield return ("another password", this with { Authorization = Authorization + "x" });
        yield return ("another scheme", this with { Authorization = Authorization!.Replace("Basic", "Session", StringComparison.Ordinal) });
        yield return ("as somebody else", this with { Header = ("CALLR-Login-As", "User.login x") });
        yield return ("no body", this with { Body = null });
        yield return ("a body that is not JSON", this with { Body = "{" });
        yield return ("another media type", this with { ContentType = "application/json; charset=utf-8" });
        yield return ("no charset", this with { ContentType = "application/json-rpc" });
        yield return ("a batch", this with { Body = $"[{Body}]" });
        yield return ("parameters by name", this with { Body = ExpectedJson.Changed(Body!, body => body["params"] = new JsonObject()) });
        foreach (var (what, body) in ExpectedJson.WithOneThingWrong(Body!).Where(wrong => wrong.What != Open)) yield return (what, this with { Body = body });
    }

    /// <summary>The message to send.</summary>
    /// <param name="server">The root address of the server.</param>
    public HttpRequestMessage ToMessage(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(server, Url));
        if (Authorization is not null) message.Headers.TryAddWithoutValidation(nameof(Authorization), Authorization);
        if (Header is { } header) message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }
}

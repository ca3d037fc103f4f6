using System.Text.Json;

namespace CallControl.Callr.Tests;

/// <summary>A request as it left the client.</summary>
internal sealed record RpcSent(HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }
}

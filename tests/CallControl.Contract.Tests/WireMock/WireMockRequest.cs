using System.Text.Json;

namespace CallControl.Contract.Tests.WireMock;

/// <summary>A request as WireMock recorded it.</summary>
/// <param name="Method">HTTP method, in capitals.</param>
/// <param name="Url">Path and query, undecoded.</param>
/// <param name="Headers">Header values by name, without regard to case; several values of one name are joined with a comma.</param>
/// <param name="Body">The body as text, empty when there was none.</param>
public sealed record WireMockRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly string[] SecretHeaders = ["X-API-Key", "X-Admin-API-Key", "Authorization"];

    /// <summary>The body read as JSON.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }

    /// <summary>The request for a failure message: keys are left out.</summary>
    public string Describe()
    {
        var headers = Headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase).Select(header =>
            $"  {header.Key}: {(IsSecret(header.Key) ? "(left out)" : header.Value)}");
        return string.Join(Environment.NewLine, [$"{Method} {Url}", .. headers, "  " + (Body.Length == 0 ? "(no body)" : Body)]);
    }

    internal static bool IsSecret(string header) => SecretHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    internal static WireMockRequest Read(JsonElement request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (request.TryGetProperty("headers", out var recorded))
        {
            foreach (var header in recorded.EnumerateObject())
            {
                headers[header.Name] = header.Value.ValueKind == JsonValueKind.Array
                    ? string.Join(", ", header.Value.EnumerateArray().Select(value => value.GetString()))
                    : header.Value.ToString();
            }
        }

        return new WireMockRequest(
            request.GetProperty("method").GetString() ?? "",
            request.GetProperty("url").GetString() ?? "",
            headers,
            request.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "");
    }
}

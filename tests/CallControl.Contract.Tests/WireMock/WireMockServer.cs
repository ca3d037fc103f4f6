using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallControl.Contract.Tests.WireMock;

[assembly: AssemblyFixture(typeof(WireMockServer))]

namespace CallControl.Contract.Tests.WireMock;

/// <summary>
/// A real WireMock, started once for the whole assembly: a test class takes it as a constructor parameter. Test classes run in parallel,
/// so a stub must match one test's requests only; the scope class of each provider sees to that.
/// </summary>
public sealed class WireMockServer : IAsyncLifetime
{
    private readonly HttpClient _admin = new(new SocketsHttpHandler { UseProxy = false });
    private WireMockProcess? _process;

    /// <summary>The address of the stubs, ending in a slash, for instance <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri BaseAddress { get; private set; } = new("about:blank");

    public async ValueTask InitializeAsync()
    {
        _process = await WireMockProcess.StartAsync(WireMockInstallation.Find(), CancellationToken.None);
        BaseAddress = new Uri($"http://127.0.0.1:{_process.Port}/");
        _admin.BaseAddress = new Uri(BaseAddress, "__admin/");
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Hands over the text of one mapping file, placeholders already replaced.</summary>
    /// <param name="mapping">The JSON text.</param>
    /// <param name="key">A text that the requests meant for the stub carry, for failure messages; empty when there is none.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    /// <exception cref="InvalidOperationException">WireMock refused it; the message carries its reason.</exception>
    public async Task<WireMockStub> AddStubAsync(string mapping, string key = "", CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(mapping, Encoding.UTF8, "application/json");
        using var response = await _admin.PostAsync("mappings", content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"WireMock refused a mapping with status {(int)response.StatusCode}: {answer}");

        using var document = JsonDocument.Parse(answer);
        return new WireMockStub(this, document.RootElement.GetProperty("id").GetGuid(), NameOf(document.RootElement), key);
    }

    /// <summary>Withdraws a stub; the requests it answered remain on record. A stub that is gone already is no error.</summary>
    public async Task RemoveStubAsync(Guid stubId, CancellationToken cancellationToken = default)
    {
        using var response = await _admin.DeleteAsync($"mappings/{stubId}", cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound) response.EnsureSuccessStatusCode();
    }

    /// <summary>Strikes from the record the requests that carry a key in URL, body or <c>Authorization</c>: a long record makes every question slow.</summary>
    public async Task ForgetRequestsAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        object[] patterns =
        [
            new { urlPattern = $".*{Regex.Escape(key)}.*" },
            new { bodyPatterns = new[] { new { contains = key } } },
            new { headers = new { Authorization = new { contains = key } } },
        ];
        foreach (var pattern in patterns)
        {
            using var content = new StringContent(JsonSerializer.Serialize(pattern), Encoding.UTF8, "application/json");
            using var response = await _admin.PostAsync("requests/remove", content, cancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Withdraws every stub and forgets every request: only for a server that no other test uses.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        using var response = await _admin.PostAsync("reset", content: null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The requests that a stub has answered, oldest first. A request is on record before its answer is sent.</summary>
    public async Task<IReadOnlyList<WireMockRequest>> GetRequestsAsync(Guid stubId, CancellationToken cancellationToken = default)
    {
        using var document = await GetAsync($"requests?matchingStub={stubId}", cancellationToken);
        return [.. document.RootElement.GetProperty("requests").EnumerateArray()
            .Select(entry => WireMockRequest.Read(entry.GetProperty("request"))).Reverse()];
    }

    /// <summary>The requests that no stub matched, oldest first.</summary>
    /// <param name="key">Only those that carry this text in URL, headers or body; empty for all.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<IReadOnlyList<WireMockRequest>> GetUnmatchedRequestsAsync(string key, CancellationToken cancellationToken = default)
    {
        using var document = await GetAsync("requests/unmatched", cancellationToken);
        return [.. document.RootElement.GetProperty("requests").EnumerateArray()
            .Where(request => Carries(request, key)).Select(WireMockRequest.Read).Reverse()];
    }

    /// <summary>Says for a failure message which requests no stub matched, and what the stub nearest to each expects.</summary>
    /// <param name="key">Only requests that carry this text; empty for all.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<string> DescribeUnmatchedAsync(string key, CancellationToken cancellationToken = default)
    {
        using var document = await GetAsync("requests/unmatched/near-misses", cancellationToken);
        var text = new StringBuilder();
        var byRequest = document.RootElement.GetProperty("nearMisses").EnumerateArray()
            .Where(miss => Carries(miss.GetProperty("request"), key))
            .GroupBy(miss => miss.GetProperty("request").GetRawText(), StringComparer.Ordinal);
        foreach (var misses in byRequest)
        {
            var nearest = misses.MinBy(miss => miss.GetProperty("matchResult").GetProperty("distance").GetDouble());
            text.AppendLine("No stub matched:").AppendLine(WireMockRequest.Read(nearest.GetProperty("request")).Describe())
                .AppendLine(DescribeStub(nearest.GetProperty("stubMapping")));
        }

        if (text.Length > 0) return text.ToString();
        var unmatched = await GetUnmatchedRequestsAsync(key, cancellationToken);
        return unmatched.Count == 0
            ? "Every request was matched by a stub."
            : string.Join(Environment.NewLine, unmatched.Select(request => "No stub is near to:" + Environment.NewLine + request.Describe()));
    }

    private static string NameOf(JsonElement mapping) =>
        mapping.TryGetProperty("name", out var name) ? name.GetString() ?? "" : mapping.GetProperty("id").GetString() ?? "";

    private static bool Carries(JsonElement request, string key) =>
        key.Length == 0 || request.GetRawText().Contains(key, StringComparison.Ordinal);

    private static string DescribeStub(JsonElement mapping)
    {
        var request = mapping.GetProperty("request");
        var lines = new List<string> { $"The nearest stub, '{NameOf(mapping)}', expects:" };
        foreach (var part in request.EnumerateObject())
        {
            if (part.NameEquals("headers"))
            {
                lines.AddRange(part.Value.EnumerateObject().Select(header =>
                    $"  {header.Name}: {(WireMockRequest.IsSecret(header.Name) && !header.Value.TryGetProperty("absent", out _) ? "(left out)" : header.Value.GetRawText())}"));
            }
            else
            {
                lines.Add($"  {part.Name}: {part.Value.GetRawText()}");
            }
        }

        return string.Join(Environment.NewLine, lines);
    }

    private async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = await _admin.GetStreamAsync(path, cancellationToken);
        return await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
    }
}

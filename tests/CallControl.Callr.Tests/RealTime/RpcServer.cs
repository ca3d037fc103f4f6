using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests.RealTime;

/// <summary>The vendor's JSON-RPC interface, in memory: starts calls and ends them, until the test says otherwise.</summary>
internal sealed class RpcServer : HttpMessageHandler
{
    public const string StartedCall = "RQHASH42";

    private readonly EndToEnd.Tests.Journal<JsonObject> _requests = new();

    /// <summary>What each method is answered with.</summary>
    public Func<string, Task<JsonNode?>> Answer { get; set; } = static method => Task.FromResult<JsonNode?>(method == "calls.realtime" ? StartedCall : true);

    /// <summary>The methods that were asked for, with their parameters.</summary>
    public IReadOnlyList<string> Requests => [.. _requests.All.Select(Describe)];

    /// <summary>Waits until a method was asked for; its parameters.</summary>
    public async Task<JsonArray> WaitForAsync(string method) =>
        (await _requests.WaitForAsync(request => (string?)request["method"] == method).Soon())["params"]!.AsArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        _requests.Add(body);
        var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = body["id"]?.DeepClone(), ["result"] = await Answer((string)body["method"]!) };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") };
    }

    private static string Describe(JsonObject request) => $"{request["method"]} {Line.Text(request["params"]!)}";
}

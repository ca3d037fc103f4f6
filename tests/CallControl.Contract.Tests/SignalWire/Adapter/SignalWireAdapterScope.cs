using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>The neutral adapter of an application, and a SignalWire that takes the commands a test expects.</summary>
internal sealed class SignalWireAdapterScope : IAsyncDisposable
{
    private readonly SignalWireApplication _application;

    public SignalWireAdapterScope(WireMockServer server)
    {
        Vendor = new SignalWireScope(server);
        _application = new SignalWireApplication(Vendor);
    }

    /// <summary>The vendor, as this test sees it.</summary>
    public SignalWireScope Vendor { get; }

    /// <summary>The adapter.</summary>
    public ICallControl Control => _application.Control;

    /// <summary>The call.</summary>
    public CallId Call => Vendor.Call;

    /// <summary>Another call.</summary>
    public CallId Other => new(Vendor.OtherCallId);

    /// <summary>The documents that keep a call alive while commands drive it.</summary>
    public static string KeepAlive => """{"version": "1.0.0", "sections": {"main": [{"sleep": -1}]}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Has the vendor take a command whatever its parameters.</summary>
    public Task<WireMockStub> TakeAsync(string command) => Vendor.StubAsync(command, SignalWireMapping.Accepted, Cancelled);

    /// <summary>Has the vendor refuse a command.</summary>
    public Task<WireMockStub> RefuseAsync(string command, string failure) => Vendor.StubAsync(command, SignalWireMapping.FailurePrefix + failure, Cancelled);

    /// <summary>The only request that a stub has answered.</summary>
    public static Task<WireMockRequest> SentAsync(WireMockStub stub) => stub.GetSingleRequestAsync(Cancelled);

    /// <summary>Waits for a number of requests, which the adapter sends by itself.</summary>
    public Task<IReadOnlyList<WireMockRequest>> WaitAsync(WireMockStub stub, int count = 1) => Vendor.WaitForRequestsAsync(stub, count, Cancelled);

    /// <summary>Reports an event of the call in the vendor's envelope.</summary>
    /// <param name="eventType">The event's name.</param>
    /// <param name="parameters">The members besides the call's, beginning with a comma.</param>
    /// <param name="path">The path behind the project's own.</param>
    public Task ReportAsync(string eventType, string parameters, string path = "status") => _application.ReportAsync(
        $$$"""
        {
          "event_type": "{{{eventType}}}",
          "event_channel": "swml:451ed9ff-0000-4000-8000-000000000001",
          "timestamp": 1778070000.123,
          "project_id": "{{{Vendor.ProjectId}}}",
          "space_id": "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
          "params": {"call_id": "{{{Vendor.CallId}}}", "node_id": "8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east"{{{parameters}}}}
        }
        """,
        path);

    /// <summary>Reports the state of an operation of the call.</summary>
    public Task ReportStateAsync(string eventType, OperationId operation, string state) =>
        ReportAsync(eventType, $$""", "control_id": "{{operation}}", "state": "{{state}}" """);

    /// <summary>Asserts that a body is the one that the vendor's documentation asks for, member by member.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="command">The command.</param>
    /// <param name="parameters">The members of <c>params</c>, as JSON.</param>
    /// <param name="call">The call; default for the scope's, null for none.</param>
    public void ShouldBe(WireMockRequest request, string command, string parameters, string? call = "")
    {
        var expected = new JsonObject { ["command"] = command, ["params"] = JsonNode.Parse(parameters) };
        if (call is not null) expected["id"] = call.Length == 0 ? Vendor.CallId : call;
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), expected).Should().BeTrue("{0} should be {1}", request.Body, expected.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Vendor.DisposeAsync();
    }
}

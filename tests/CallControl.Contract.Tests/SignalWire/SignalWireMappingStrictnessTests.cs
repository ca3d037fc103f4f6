using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>A mapping that matched too much would let a wrong client pass: these tests send every mapping slightly wrong requests.</summary>
public sealed class SignalWireMappingStrictnessTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string> Mappings => [.. SignalWireMapping.OfOperations];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task Mapping_ExactRequest_AnswersAsWritten(string name)
    {
        var (operation, @case) = SignalWireMapping.Split(name);
        await using var scope = new SignalWireScope(server);
        var stub = await scope.StubAsync(operation, @case, Cancelled);
        var mapping = JsonNode.Parse(scope.Fill(operation, @case))!;
        var expected = SignalWireExpectedRequest.Of(mapping);

        using var message = expected.ToMessage(server.BaseAddress);
        using var response = await Client.SendAsync(message, Cancelled);

        ((int)response.StatusCode).Should().Be(200);
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        var written = mapping["response"]!["jsonBody"];
        JsonNode.DeepEquals(JsonNode.Parse(body), written).Should().BeTrue("{0} is not {1}", body, written);
        (await stub.GetSingleRequestAsync(Cancelled)).Body.Should().Be(expected.Body ?? "");
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task Mapping_OneThingWrong_DoesNotMatch(string name)
    {
        var (operation, @case) = SignalWireMapping.Split(name);
        await using var scope = new SignalWireScope(server);
        var stub = await scope.StubAsync(operation, @case, Cancelled);
        await scope.StubTheRestAsync(Cancelled);
        var wrong = SignalWireExpectedRequest.Of(JsonNode.Parse(scope.Fill(operation, @case))!).WithOneThingWrong().ToList();

        var matched = new List<string>();
        foreach (var (what, request) in wrong)
        {
            using var message = request.ToMessage(server.BaseAddress);
            using var response = await Client.SendAsync(message, Cancelled);
            if ((int)response.StatusCode != 404) matched.Add(what);
        }

        matched.Should().BeEmpty("each of these differs from the contract");
        wrong.Should().HaveCountGreaterThan(8);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }
}

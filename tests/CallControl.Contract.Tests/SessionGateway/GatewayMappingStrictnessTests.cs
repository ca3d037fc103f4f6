using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>A mapping that matched too much would let a wrong client pass: these tests send every mapping slightly wrong requests.</summary>
public sealed class GatewayMappingStrictnessTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string, string> Mappings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in GatewayMapping.Names.Where(name => !name.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal)))
            {
                var dot = name.IndexOf('.', StringComparison.Ordinal);
                data.Add(name[..dot], name[(dot + 1)..]);
            }

            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task Mapping_ExactRequest_AnswersAsWritten(string endpoint, string @case)
    {
        await using var scope = new GatewayScope(server);
        var stub = await scope.StubAsync(endpoint, @case, Cancelled);
        var mapping = JsonNode.Parse(scope.Fill(endpoint, @case))!;
        var expected = ExpectedRequest.Of(mapping);

        using var message = expected.ToMessage(scope.BaseAddress);
        using var response = await Client.SendAsync(message, Cancelled);

        ((int)response.StatusCode).Should().Be(mapping["response"]!["status"]!.GetValue<int>());
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        var written = mapping["response"]!["jsonBody"];
        JsonNode.DeepEquals(body.Length == 0 ? null : JsonNode.Parse(body), written).Should().BeTrue("{0} is not {1}", body, written);
        (await stub.GetSingleRequestAsync(Cancelled)).Body.Should().Be(expected.Body ?? "");
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task Mapping_OneThingWrong_DoesNotMatch(string endpoint, string @case)
    {
        await using var scope = new GatewayScope(server);
        var stub = await scope.StubAsync(endpoint, @case, Cancelled);
        var wrong = ExpectedRequest.Of(JsonNode.Parse(scope.Fill(endpoint, @case))!).WithOneThingWrong().ToList();

        var sent = new List<string>();
        foreach (var (what, request) in wrong)
        {
            using var message = request.ToMessage(scope.BaseAddress);
            using var response = await Client.SendAsync(message, Cancelled);
            if ((int)response.StatusCode != 404) sent.Add(what);
        }

        sent.Should().BeEmpty("each of these differs from the contract");
        wrong.Should().HaveCountGreaterThan(3);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }
}

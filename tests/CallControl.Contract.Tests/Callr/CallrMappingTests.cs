using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Callr;

/// <summary>The mappings themselves: accepted by WireMock, complete, and strict. One that matched too much would let a wrong client pass.</summary>
public sealed class CallrMappingTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string> Names => [.. CallrMapping.Names];

    public static TheoryData<string> OfMethods => [.. CallrMapping.OfMethods];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mapping_Placed_IsAcceptedByWireMock(string name)
    {
        await using var scope = new CallrScope(server);
        var (method, @case) = CallrMapping.Split(name);

        var stub = await scope.StubAsync(method, @case, cancellationToken: Cancelled);

        stub.Id.Should().NotBeEmpty();
        stub.Name.Should().StartWith(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mapping_OfTheFolder_SaysWhereItIsFromAndFitsItsName(string name)
    {
        var mapping = JsonNode.Parse(CallrMapping.Read(name))!;
        var isFailure = CallrMapping.IsFailure(name);

        mapping["metadata"]!["source"]!.GetValue<string>().Should().NotBeEmpty();
        mapping["name"]!.GetValue<string>().Should().Be(isFailure ? name + " @@OPERATION@@" : name);
        if (isFailure) return;
        var method = CallrMethod.Named(CallrMapping.Split(name).Method);
        mapping["request"]!["bodyPatterns"]![0]!["equalToJson"]!["method"]!.GetValue<string>().Should().Be(method.Name);
        mapping["metadata"]!["fixture"]!.GetValue<string>().Should().Be(name + ".json");
        CallrMapping.ReadFixture(name + ".json")["params"]!.AsArray().Should().HaveCount(method.Parameters.Count);
    }

    [Theory]
    [MemberData(nameof(OfMethods))]
    public async Task Mapping_ExactRequest_AnswersWithTheFixturesResultUnderTheId(string name)
    {
        var (method, @case) = CallrMapping.Split(name);
        await using var scope = new CallrScope(server);
        await scope.StubAsync(method, @case, cancellationToken: Cancelled);

        using var message = CallrExpectedRequest.Of(scope.Fill(method, @case)).ToMessage(server.BaseAddress);
        using var response = await Client.SendAsync(message, Cancelled);

        ((int)response.StatusCode).Should().Be(200);
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        var expected = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 7, ["result"] = CallrMapping.ReadFixture(name + ".json")["result"]?.DeepClone() };
        JsonNode.DeepEquals(JsonNode.Parse(body), expected).Should().BeTrue("{0} is not {1}", body, expected.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(OfMethods))]
    public async Task Mapping_OneThingWrong_DoesNotMatch(string name)
    {
        var (method, @case) = CallrMapping.Split(name);
        await using var scope = new CallrScope(server);
        var stub = await scope.StubAsync(method, @case, cancellationToken: Cancelled);
        await scope.StubTheRestAsync(Cancelled);
        var wrong = CallrExpectedRequest.Of(scope.Fill(method, @case)).WithOneThingWrong().ToList();

        var matched = new List<string>();
        foreach (var (what, request) in wrong)
        {
            using var message = request.ToMessage(server.BaseAddress);
            using var response = await Client.SendAsync(message, Cancelled);
            if ((int)response.StatusCode != 404) matched.Add(what);
        }

        matched.Should().BeEmpty("each of these differs from the contract");
        wrong.Should().HaveCountGreaterThan(20);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public void Read_UnknownName_ListsWhatThereIs()
    {
        var read = () => CallrMapping.Read("calls.levitate");

        read.Should().Throw<ArgumentException>().WithMessage("No mapping 'calls.levitate'*calls.hangup.success*");
    }
}

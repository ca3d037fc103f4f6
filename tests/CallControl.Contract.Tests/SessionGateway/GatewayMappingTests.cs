using System.Text.Json;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SessionGateway;

public sealed class GatewayMappingTests(WireMockServer server)
{
    public static TheoryData<string> Names => [.. GatewayMapping.Names];

    public static TheoryData<string> EndpointNames => [.. GatewayEndpoint.All.Select(endpoint => endpoint.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mapping_Placed_IsAcceptedByWireMock(string name)
    {
        await using var scope = new GatewayScope(server);
        var (endpoint, @case) = Split(name);

        var stub = await scope.StubAsync(endpoint, @case, TestContext.Current.CancellationToken);

        stub.Id.Should().NotBeEmpty();
        stub.Name.Should().StartWith(name);
    }

    [Theory]
    [MemberData(nameof(EndpointNames))]
    public void Endpoint_OfTheVendor_HasSuccessMapping(string endpoint)
    {
        GatewayMapping.Names.Should().Contain(endpoint + ".success");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mapping_OfAnEndpoint_HasItsMethodPathAndName(string name)
    {
        using var document = JsonDocument.Parse(GatewayMapping.Read(name));
        var request = document.RootElement.GetProperty("request");
        var (endpoint, _) = Split(name);
        var failure = name.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal);
        var expected = failure ? new GatewayEndpoint(endpoint, "@@METHOD@@", "@@PATH@@") : GatewayEndpoint.Named(endpoint);

        request.GetProperty("method").GetString().Should().Be(expected.Method);
        request.GetProperty("urlPath").GetString().Should().Be(expected.Path);
        document.RootElement.GetProperty("name").GetString().Should().Be(failure ? name + " @@METHOD@@ @@PATH@@" : name);
        document.RootElement.GetProperty("metadata").GetProperty("source").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(EndpointNames))]
    public void SuccessMapping_OfAnEndpoint_AsksForTheRightKeys(string endpoint)
    {
        using var document = JsonDocument.Parse(GatewayMapping.Read(endpoint + ".success"));
        var headers = document.RootElement.GetProperty("request").GetProperty("headers");
        var present = headers.EnumerateObject().Where(header => header.Value.TryGetProperty("equalTo", out _)).Select(header => header.Name);
        var absent = headers.EnumerateObject().Where(header => header.Value.TryGetProperty("absent", out _)).Select(header => header.Name);

        present.Should().BeEquivalentTo(endpoint switch
        {
            "health" => [],
            "admin_app_upsert" => ["X-Admin-API-Key"],
            _ => new[] { "X-App-ID", "X-API-Key" },
        });
        absent.Should().BeEquivalentTo(endpoint == "admin_app_upsert" ? [] : new[] { "X-Admin-API-Key" });
    }

    [Fact]
    public void Read_UnknownName_ListsWhatThereIs()
    {
        var read = () => GatewayMapping.Read("answer.nonsense");

        read.Should().Throw<ArgumentException>().WithMessage("No mapping 'answer.nonsense'*answer.success*");
    }

    // A mapping that fits any endpoint is tried on 'answer'.
    private static (string Endpoint, string Case) Split(string name) =>
        name.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal)
            ? ("answer", name)
            : (name[..name.IndexOf('.', StringComparison.Ordinal)], name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
}

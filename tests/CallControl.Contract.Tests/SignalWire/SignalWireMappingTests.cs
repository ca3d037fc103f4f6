using System.Text.Json;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

public sealed class SignalWireMappingTests(WireMockServer server)
{
    public static TheoryData<string> Names => [.. SignalWireMapping.Names];

    public static TheoryData<string> CommandNames => [.. SignalWireOperation.Commands.Select(operation => operation.Name)];

    public static TheoryData<string> MinimalNames => [.. SignalWireMapping.OfOperations.Where(name => name.EndsWith(".minimal", StringComparison.Ordinal) && Named(name).IsCommand)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mapping_Placed_IsAcceptedByWireMock(string name)
    {
        await using var scope = new SignalWireScope(server);
        var (operation, @case) = SignalWireMapping.Split(name);

        var stub = await scope.StubAsync(operation, @case, TestContext.Current.CancellationToken);

        stub.Id.Should().NotBeEmpty();
        stub.Name.Should().StartWith(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mapping_OfAnOperation_HasItsMethodPathNameAndCredentials(string name)
    {
        using var document = JsonDocument.Parse(SignalWireMapping.Read(name));
        var request = document.RootElement.GetProperty("request");
        var isGeneral = SignalWireMapping.IsGeneral(name);
        var path = (request.TryGetProperty("url", out var exact) ? exact : request.GetProperty("urlPath")).GetString()!;

        request.GetProperty("method").GetString().Should().Be(isGeneral ? "@@METHOD@@" : Named(name).Method);
        path.Split('?')[0].Should().Be(isGeneral ? "@@PATH@@" : Named(name).Path);
        request.GetProperty("headers").GetProperty("Authorization").GetProperty("equalTo").GetString().Should().Be("Basic @@CREDENTIALS@@");
        document.RootElement.GetProperty("name").GetString().Should().Be(isGeneral ? name + " @@OPERATION@@" : name);
        document.RootElement.GetProperty("metadata").GetProperty("source").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Mappings_OfACommand_AreOneForEachFixture(string command)
    {
        var fixtures = SignalWireMapping.OfOperations.Where(name => SignalWireMapping.Split(name).Operation == command)
            .Select(name => (name, fixture: FixtureOf(name))).Where(mapping => mapping.fixture is not null);

        fixtures.Should().BeEquivalentTo(SignalWireOperation.Named(command).Fixtures
            .Select(fixture => (name: $"{command}.{SignalWireMapping.CaseOf(command, fixture)}", fixture)));
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Mappings_OfACommand_ExpectTheIdWhereTheListSaysAndEveryParameter(string command)
    {
        var scope = new SignalWireScope(server);
        var operation = SignalWireOperation.Named(command);
        var bodies = SignalWireMapping.OfOperations.Where(name => SignalWireMapping.Split(name).Operation == command).Select(name => BodyOf(scope, name)).ToList();

        bodies.Should().OnlyContain(body => body.GetProperty("command").GetString() == command);
        bodies.Select(body => IdOf(body)).Should().AllBeEquivalentTo(operation.IdPlace == "top" ? scope.CallId : null);
        bodies.Select(body => IdOf(body.GetProperty("params"))).Should().AllBeEquivalentTo(operation.IdPlace == "params" ? scope.CallId : null);
        bodies.SelectMany(body => MembersOf(body)).Distinct().Should().BeEquivalentTo(operation.Parameters);
    }

    [Theory]
    [MemberData(nameof(MinimalNames))]
    public void MinimalMapping_OfACommand_ExpectsWhatTheVendorRequires(string name)
    {
        var scope = new SignalWireScope(server);
        var operation = Named(name);

        // What is required in one way or another: a number or a script that chooses it, a script or its address; digits or speech.
        string[] alternatives = operation.Name switch
        {
            "dial" => ["to", "url"],
            "calling.collect" => ["digits"],
            _ => [],
        };
        MembersOf(BodyOf(scope, name)).Should().BeEquivalentTo(operation.Required.Concat(alternatives));
    }

    [Fact]
    public void Refusals_OfTheTable_AreOneForEachOperation()
    {
        SignalWireRefusal.All.Select(refusal => refusal.Operation).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(SignalWireOperation.All.Select(operation => operation.Name));
    }

    [Fact]
    public void Read_UnknownName_ListsWhatThereIs()
    {
        var read = () => SignalWireMapping.Read("calling.play.nonsense");

        read.Should().Throw<ArgumentException>().WithMessage("No mapping 'calling.play.nonsense'*calling.play.success*");
    }

    private static SignalWireOperation Named(string mapping) => SignalWireOperation.Named(SignalWireMapping.Split(mapping).Operation);

    private static string? FixtureOf(string name)
    {
        using var document = JsonDocument.Parse(SignalWireMapping.Read(name));
        return document.RootElement.GetProperty("metadata").TryGetProperty("fixture", out var fixture) ? fixture.GetString() : null;
    }

    private static JsonElement BodyOf(SignalWireScope scope, string name)
    {
        var (operation, @case) = SignalWireMapping.Split(name);
        using var document = JsonDocument.Parse(scope.Fill(operation, @case));
        return document.RootElement.GetProperty("request").GetProperty("bodyPatterns")[0].GetProperty("equalToJson").Clone();
    }

    private static string? IdOf(JsonElement element) => element.TryGetProperty("id", out var id) ? id.GetString() : null;

    private static List<string> MembersOf(JsonElement body) => [.. body.GetProperty("params").EnumerateObject().Select(member => member.Name)];
}

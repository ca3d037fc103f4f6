using System.Text.Json;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Telnyx;

public sealed class TelnyxMappingTests(WireMockServer server)
{
    public static TheoryData<string> Names => [.. TelnyxMapping.Names];

    public static TheoryData<string> OperationNames => [.. TelnyxOperation.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mapping_Placed_IsAcceptedByWireMock(string name)
    {
        await using var scope = new TelnyxScope(server);
        var (operation, @case) = TelnyxMapping.Split(name);

        var stub = await scope.StubAsync(operation, @case, TestContext.Current.CancellationToken);

        stub.Id.Should().NotBeEmpty();
        stub.Name.Should().StartWith(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mapping_OfAnOperation_HasItsMethodPathNameAndKey(string name)
    {
        using var document = JsonDocument.Parse(TelnyxMapping.Read(name));
        var request = document.RootElement.GetProperty("request");
        var (operation, _) = TelnyxMapping.Split(name);
        var failure = TelnyxMapping.IsFailure(name);
        var path = request.TryGetProperty("url", out var exact) ? exact : request.GetProperty("urlPath");

        request.GetProperty("method").GetString().Should().Be(failure ? "@@METHOD@@" : TelnyxOperation.Named(operation).Method);
        path.GetString().Should().Be(failure ? "@@PATH@@" : TelnyxOperation.Named(operation).Path);
        request.GetProperty("headers").GetProperty("Authorization").GetProperty("equalTo").GetString().Should().Be("Bearer @@API_KEY@@");
        document.RootElement.GetProperty("name").GetString().Should().Be(failure ? name + " @@METHOD@@ @@PATH@@" : name);
        document.RootElement.GetProperty("metadata").GetProperty("source").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Mappings_OfAnOperation_ExpectEveryField(string operation)
    {
        var mappings = TelnyxMapping.OfOperations.Where(name => TelnyxMapping.Split(name).Operation == operation).ToList();

        mappings.SelectMany(FieldsOf).Distinct().Except(mappings.Select(LegacyOf)).Should().BeEquivalentTo(TelnyxOperation.Named(operation).Fields);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void MinimalMapping_OfAnOperation_ExpectsACommandIdWhereThereIsOne(string operation)
    {
        var minimal = TelnyxMapping.OfOperations.Contains(operation + ".minimal") ? operation + ".minimal" : operation + ".success";

        FieldsOf(minimal).Contains("command_id").Should().Be(TelnyxOperation.Named(operation).HasCommandId);
    }

    [Fact]
    public void Refusals_OfTheTable_AreOneForEachOperation()
    {
        TelnyxRefusal.All.Select(refusal => refusal.Operation).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(TelnyxOperation.All.Select(operation => operation.Name));
    }

    [Fact]
    public void Read_UnknownName_ListsWhatThereIs()
    {
        var read = () => TelnyxMapping.Read("answer.nonsense");

        read.Should().Throw<ArgumentException>().WithMessage("No mapping 'answer.nonsense'*answer.success*");
    }

    private static string? LegacyOf(string name)
    {
        using var document = JsonDocument.Parse(TelnyxMapping.Read(name));
        return document.RootElement.GetProperty("metadata").TryGetProperty("legacy", out var field) ? field.GetString() : null;
    }

    private static List<string> FieldsOf(string name)
    {
        using var document = JsonDocument.Parse(TelnyxMapping.Read(name));
        var pattern = document.RootElement.GetProperty("request").GetProperty("bodyPatterns")[0];
        return pattern.TryGetProperty("equalToJson", out var body) ? [.. body.EnumerateObject().Select(field => field.Name)] : [];
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Compares the members of the bodies with the parameters of the vendor, at every depth. That the commands write these bodies is tested elsewhere.</summary>
public sealed class CommandFieldTests
{
    public static TheoryData<string> CommandNames => [.. CommandList.Commands.Keys];

    [Fact]
    public void Commands_OfTheList_AreFortyTwo()
    {
        CommandList.Commands.Should().HaveCount(42);
        CommandList.Commands.Values.Should().OnlyContain(command => command.GetProperty("fixtures").GetArrayLength() > 0);
    }

    [Fact]
    public void Fixtures_OfTheList_AreTheFilesAndTheSamples()
    {
        var files = Directory.GetFiles(CommandList.Fixture("commands")).Select(Path.GetFileName);

        CommandList.Fixtures.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(files);
        CommandSamples.All.Keys.Should().BeEquivalentTo(CommandList.Fixtures);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Method_OfEveryCommand_TakesTheRecordOfThatName(string name)
    {
        var sheet = CommandList.Commands[name];
        var samples = CommandList.FixturesOf(sheet).Select(file => CommandSamples.All[file]).ToList();
        var method = typeof(ISignalWireCallingClient).GetMethod(sheet.GetProperty("method").GetString()!);

        method.Should().NotBeNull();
        samples.Select(sample => sample.Name).Should().AllBe(name);
        var wanted = name == "dial"
            ? new[] { samples[0].GetType(), typeof(CancellationToken) }
            : [typeof(CallId), samples[0].GetType(), typeof(CancellationToken)];
        method!.GetParameters().Select(parameter => parameter.ParameterType).Should().Equal(wanted);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Parameters_OfEveryCommand_AreInTheFixturesAndNoOthers(string name)
    {
        var sheet = CommandList.Commands[name];
        var listed = Listed(sheet);
        var found = CommandList.FixturesOf(sheet).SelectMany(file => Paths(CommandList.Body(file)["params"]!, listed)).ToHashSet();

        found.Should().BeEquivalentTo(listed);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Kinds_OfEveryUnion_AreInTheFixtures(string name)
    {
        var sheet = CommandList.Commands[name];
        var bodies = CommandList.FixturesOf(sheet).Select(file => CommandList.Body(file).ToJsonString()).ToList();

        foreach (var parameter in sheet.GetProperty("params").EnumerateArray())
        {
            if (parameter.GetProperty("name").GetString()!.EndsWith("type", StringComparison.Ordinal) && parameter.TryGetProperty("enum", out var words))
                bodies.Should().Contain(body => body.Contains($"\"type\":\"{words[0].GetString()}\"", StringComparison.Ordinal));

            if (parameter.TryGetProperty("string_values", out var values) && values.GetArrayLength() == 1)
                bodies.Should().Contain(body => body.Contains($":\"{values[0].GetString()}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Paths_OfAnotherBody_ShowWhatIsUnknown()
    {
        var listed = Listed(CommandList.Commands["calling.play"]);
        var other = JsonNode.Parse("""{"control_id": "a", "play": [{"type": "audio", "params": {"url": "b", "volume": 1}}], "pitch": 2}""")!;

        Paths(other, listed).Except(listed).Should().BeEquivalentTo("play[].params.volume", "pitch");
    }

    private static HashSet<string> Listed(JsonElement sheet) =>
        [.. sheet.GetProperty("params").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!)];

    // Not below what the vendor describes no further.
    private static IEnumerable<string> Paths(JsonNode node, HashSet<string> listed, string path = "")
    {
        var isListedFurther = path.Length == 0 || listed.Any(other =>
            other.StartsWith(path + ".", StringComparison.Ordinal) || other.StartsWith(path + "[", StringComparison.Ordinal));
        var isKnown = path.Length == 0 || listed.Contains(path);
        var own = path.Length == 0 ? Enumerable.Empty<string>() : [path];
        if (isKnown && !isListedFurther)
            return own;

        return node switch
        {
            JsonObject members => own.Concat(members.SelectMany(member => Paths(member.Value!, listed, path.Length == 0 ? member.Key : $"{path}.{member.Key}"))),
            JsonArray items => own.Concat(items.SelectMany(item => Paths(item!, listed, path + "[]"))),
            _ => own,
        };
    }
}

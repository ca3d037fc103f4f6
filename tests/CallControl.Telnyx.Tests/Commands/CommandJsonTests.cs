using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

public sealed class CommandJsonTests
{
    public static TheoryData<string> CommandNames => [.. Sheet.Commands.Where(command => command.Value.GetProperty("method").GetString() != "GET").Select(command => command.Key)];

    public static TheoryData<string> PartNames => [.. Directory.GetFiles(Sheet.Fixture("parts")).Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Command_WithEveryField_IsWrittenAsTheVendorHasIt(string name)
    {
        var command = CommandSamples.All[name];

        ShouldBe(CommandSamples.Write(command), $"commands/{name}.json");
        command.Action.Should().Be(name);
    }

    [Theory]
    [MemberData(nameof(PartNames))]
    public void Part_WithEveryField_IsWrittenAsTheVendorHasIt(string name) =>
        ShouldBe(CommandSamples.Write(PartSamples.All[name]), $"parts/{name}.json");

    [Fact]
    public void Parts_OfTheSamples_AreThoseOfTheFiles() =>
        PartSamples.All.Keys.Order().Should().Equal(PartNames.Select(row => row.Data));

    [Fact]
    public void Commands_OfTheSheet_AreFortyThree() => Sheet.Commands.Should().HaveCount(43);

    [Fact]
    public void Text_OfEveryCommandAndPart_IsItsKindOnly()
    {
        foreach (var command in CommandSamples.All.Values)
            command.ToString().Should().Be(command.GetType().Name);

        foreach (var part in PartSamples.All.Values)
            part.ToString().Should().Be(part.GetType().Name);
    }

    private static void ShouldBe(string written, string file)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Sheet.Fixture(file)));

        JsonNode.DeepEquals(JsonNode.Parse(written), expected).Should().BeTrue("{0} should be {1}", written, expected!.ToJsonString());
    }
}

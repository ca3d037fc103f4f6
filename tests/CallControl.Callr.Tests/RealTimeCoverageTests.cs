using System.Text.Json.Nodes;
using CallControl.Testing;

namespace CallControl.Callr.Tests;

/// <summary>That no command of the vendor's list was forgotten, and that none of ours is not in it.</summary>
public sealed class RealTimeCoverageTests
{
    private static IReadOnlyList<Type> Records { get; } =
        [.. typeof(RealTimeCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RealTimeCommand)) && !type.IsAbstract)];

    // What every command must have; one line for each kind of thing.
    private static Dictionary<string, IReadOnlySet<string>> Parts => new()
    {
        ["record"] = CommandList.Commands.Where(command => Records.Any(record => record.Name == (string)command.Value["record"]!)).Select(command => command.Key).ToHashSet(),
        ["line in the JSON context"] = CommandSamples.All.Values.Where(command => RealTimeJsonContext.Default.GetTypeInfo(command.GetType()) is not null)
            .Select(command => command.Name).ToHashSet(),
        ["sample"] = CommandList.Commands.Keys.Where(command => CommandSamples.All.ContainsKey(command + ".json")).ToHashSet(),
        ["response fixture"] = FilesOf("commands").Select(CommandList.CommandOf).ToHashSet(),
        ["emulator case"] = EmulatorCases(),
        ["request fixture"] = RequestFixture.Names.Select(CommandList.CommandOf).ToHashSet(),
    };

    [Fact]
    public void CommandList_HasTheSixteen() => CommandList.Commands.Keys.Should().Equal(
        "conference", "dialout", "hangup", "hangup_callid", "play", "play_record", "play_talk_detect", "play_wav_data", "read", "record", "send_dtmf", "simple_conference",
        "start_call_recording", "stop_call_recording", "wait", "wait_for_silence");

    [Fact]
    public void Commands_OfTheList_LackNothing() => Coverage.Gaps(CommandList.Commands.Keys, Parts).Should().BeEmpty();

    [Theory]
    [InlineData("record")]
    [InlineData("line in the JSON context")]
    [InlineData("sample")]
    [InlineData("response fixture")]
    [InlineData("request fixture")]
    [InlineData("emulator case")]
    public void Gaps_OfACommandThatLacksSomething_TellOfIt(string part)
    {
        var parts = Parts;
        parts[part] = parts[part].Where(command => command != "wait").ToHashSet();

        Coverage.Gaps(CommandList.Commands.Keys, parts).Should().Equal($"wait has no {part}");
    }

    [Fact]
    public void Records_AndList_AreTheSame() =>
        Records.Select(record => record.Name).Should().BeEquivalentTo(CommandList.Commands.Values.Select(command => (string)command["record"]!));

    [Fact]
    public void Samples_OfEachRecord_HaveTheNameOfTheList()
    {
        foreach (var (file, command) in CommandSamples.All)
        {
            command.Name.Should().Be(CommandList.CommandOf(file));
            command.GetType().Name.Should().Be((string?)CommandList.Commands[command.Name]["record"]);
        }
    }

    [Fact]
    public void Records_OfTheList_HaveItsMembersAndNoOther()
    {
        foreach (var record in Records)
        {
            var list = CommandList.ParametersOf(CommandSamples.All.Values.First(command => command.GetType() == record).Name).ToList();
            var members = CommandMembers.Of(record);

            members.Keys.Should().BeEquivalentTo(list.Select(parameter => (string)parameter["name"]!), "of {0}", record.Name);
            foreach (var parameter in list)
            {
                var property = members[(string)parameter["name"]!];
                property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute").Should()
                    .Be(parameter.ContainsKey("required"), "of {0}.{1}", record.Name, property.Name);
            }
        }
    }

    [Fact]
    public void Files_OfAnswers_AreThoseOfTheListAndOfTheSamples()
    {
        FilesOf("commands").Should().BeEquivalentTo(CommandList.Responses);
        CommandSamples.All.Keys.Should().BeEquivalentTo(CommandList.Responses);
    }

    [Fact]
    public void Files_OfResults_AreThoseOfTheList() =>
        RequestFixture.Names.Where(name => CommandList.Commands.ContainsKey(CommandList.CommandOf(name))).Should().BeEquivalentTo(CommandList.Results.Keys);

    [Fact]
    public void Words_OfTheList_AreThoseOfTheVocabularies()
    {
        WordsOf("dialout", "ringtone").Should().BeEquivalentTo(CallrRingtone.Ring.Value, CallrRingtone.Music.Value);
        WordsOf("start_call_recording", "feeds").Should().BeEquivalentTo(
            CallrRecordingFeeds.All.Value, CallrRecordingFeeds.Both.Value, CallrRecordingFeeds.LegA.Value, CallrRecordingFeeds.LegB.Value);
        CommandList.Commands["conference"]["results"]!.AsArray().Select(result => (string)result!["value"]!).Should().BeEquivalentTo(
            ConferenceOutcome.Closed.Value, ConferenceOutcome.LastParticipant.Value, ConferenceOutcome.Left.Value, ConferenceOutcome.PinError.Value, ConferenceOutcome.PinTimeout.Value);
    }

    // What the emulator checks and carries out; that it carries out each is tested where the emulator is.
    private static HashSet<string> EmulatorCases()
    {
        using var commands = typeof(CallrEmulator).Assembly.GetManifestResourceStream("CallrCommands.json")!;
        return [.. JsonNode.Parse(commands)!["operations"]!.AsObject().Select(operation => operation.Key)];
    }

    private static IEnumerable<string> WordsOf(string command, string parameter) =>
        CommandList.ParametersOf(command).Single(each => (string)each["name"]! == parameter)["values"]!.AsArray().Select(word => (string)word!);

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(CommandList.Fixture(folder)).Select(file => Path.GetFileName(file)!);
}

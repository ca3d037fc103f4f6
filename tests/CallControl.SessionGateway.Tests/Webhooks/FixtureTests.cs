using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SessionGateway.Tests;

/// <summary>Every file below <c>Fixtures/events</c>, by value.</summary>
public sealed class FixtureTests
{
    // Their texts cannot be compared: they are no texts.
    private static readonly string[] Unspeakable = ["malformed/invalid-utf8", "malformed/lone-surrogate"];

    public static TheoryData<string> Names => [.. EventFixture.Names];

    public static TheoryData<string> EventFolders => [.. EventFixture.Folders.Where(folder => folder != "malformed")];

    [Fact]
    public void Expectations_AndFiles_AreTheSame() => FixtureExpectation.ByName.Keys.Should().BeEquivalentTo(EventFixture.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_Fixture_ReadsItsValues(string name)
    {
        var expected = FixtureExpectation.ByName[name];

        var isRead = SessionGatewayEventParser.TryParse(EventFixture.Read(name), out var value, out var problem);

        isRead.Should().Be(expected.Event is not null);
        problem.Should().Be(expected.Problem);
        if (expected.Event is null)
        {
            value.Should().BeNull();
            return;
        }

        value.Should().BeOfType(expected.Event.GetType());
        value.Should().BeEquivalentTo(expected.Event, options => options.RespectingRuntimeTypes().Excluding(read => read.ExtensionData));
        ShouldBeExtension(name, value!.ExtensionData, expected.Extension);
    }

    [Theory]
    [MemberData(nameof(EventFolders))]
    public void TryParse_EveryFileOfAFolder_IsTheFoldersEvent(string folder)
    {
        var type = TypeOf(folder);

        EventFixture.Names.Where(name => EventFixture.FolderOf(name) == folder)
            .Should().OnlyContain(name => EventFixture.Parse(name).GetType() == type);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_EveryPrefixOfAFixture_NeverThrowsAndNeverReadsHalfAnEvent(string name)
    {
        var bytes = EventFixture.Read(name);
        var wholeLength = FixtureExpectation.ByName[name].Event is null ? int.MaxValue : bytes.AsSpan().TrimEnd("\r\n\t "u8).Length;
        for (var length = 0; length < bytes.Length; length++)
        {
            var isRead = SessionGatewayEventParser.TryParse(bytes.AsMemory(0, length), out var value, out var problem);

            // Bare comparisons: there are a hundred thousand of them.
            if (isRead != (value is not null) || isRead != (problem is null))
                Assert.Fail($"Of {length} bytes both or neither of event and problem are there.");

            if (isRead && length < wholeLength && wholeLength != int.MaxValue)
                Assert.Fail($"Of {length} bytes an event was read, where the whole one takes {wholeLength}.");
        }
    }

    [Theory]
    [MemberData(nameof(EventFolders))]
    public void TryParse_EventWithAHugeMember_IsReadAllTheSame(string folder)
    {
        var big = new string('x', 10 * 1024 * 1024);
        var name = EventFixture.Names.First(name => EventFixture.FolderOf(name) == folder);
        var text = "{\"big\": \"" + big + "\"," + Encoding.UTF8.GetString(EventFixture.Read(name)).TrimStart()[1..];

        SessionGatewayEventParser.TryParse(Encoding.UTF8.GetBytes(text), out var value, out _).Should().BeTrue();

        value.Should().BeOfType(TypeOf(folder));
        value!.ExtensionData!["big"].GetString()!.Length.Should().Be(big.Length);
    }

    [Theory]
    [MemberData(nameof(EventFolders))]
    public void TryParse_EventWithADeepMember_IsRefused(string folder)
    {
        var deep = new string('[', 50_000) + new string(']', 50_000);
        foreach (var name in EventFixture.Names.Where(name => EventFixture.FolderOf(name) == folder))
        {
            var text = "{\"deep\": " + deep + "," + Encoding.UTF8.GetString(EventFixture.Read(name)).TrimStart()[1..];

            SessionGatewayEventParser.TryParse(Encoding.UTF8.GetBytes(text), out var value, out var problem).Should().BeFalse();

            value.Should().BeNull();
            problem.Should().Be("The body is not valid JSON, or is nested deeper than 64 levels.");
        }
    }

    private static Type TypeOf(string folder) => folder switch
    {
        "call.new" => typeof(CallNewEvent),
        "call.answered" => typeof(CallAnsweredEvent),
        "call.hangup" => typeof(CallHangupEvent),
        "dtmf" => typeof(DtmfEvent),
        "digits.collected" => typeof(DigitsCollectedEvent),
        "playback.started" => typeof(PlaybackStartedEvent),
        "playback.stopped" => typeof(PlaybackStoppedEvent),
        "playback.file_not_found" => typeof(PlaybackFileNotFoundEvent),
        "recording.completed" => typeof(RecordingCompletedEvent),
        "command.result" => typeof(CommandResultEvent),
        "conference.created" => typeof(ConferenceCreatedEvent),
        "conference.destroyed" => typeof(ConferenceDestroyedEvent),
        "conference.member.joined" => typeof(ConferenceMemberJoinedEvent),
        "conference.member.left" => typeof(ConferenceMemberLeftEvent),
        "conference.play.started" or "conference.play.stopped" => typeof(ConferencePlayEvent),
        "unknown" => typeof(UnknownSessionGatewayEvent),
        _ => throw new ArgumentException($"The folder '{folder}' stands for no event.", nameof(folder)),
    };

    private static void ShouldBeExtension(string name, IDictionary<string, JsonElement>? actual, string? expected)
    {
        if (expected is null)
        {
            actual.Should().BeNull();
            return;
        }

        var members = JsonNode.Parse(expected)!.AsObject();
        actual!.Keys.Should().BeEquivalentTo(members.Select(member => member.Key));
        if (Unspeakable.Contains(name, StringComparer.Ordinal))
            return;

        foreach (var (key, value) in actual)
            JsonNode.DeepEquals(JsonNode.Parse(value.GetRawText()), members[key]).Should().BeTrue("{0} is {1}", key, value);
    }
}

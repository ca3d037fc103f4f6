using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>
/// The completeness of the adapter, from the vendor's names as its documentation has them: each command has a line in the shared list, a typed command, a
/// method, a fixture, a mapping, and is run with success and failure; each event has a line, a typed record, an entry in the parser's catalogue, and
/// fixtures that are read as this record.
/// </summary>
public sealed class SignalWireCoverageTests
{
    private const string Hangup = "calling.end";
    private const string Played = "calling.call.play";

    private static readonly SignalWireEvidence Evidence = SignalWireEvidence.Collect();

    private static readonly string[] CommandNames =
    [
        "dial", "update", "calling.end", "calling.disconnect", "calling.transfer", "calling.refer", "calling.user_event",
        "calling.play", "calling.play.pause", "calling.play.resume", "calling.play.stop", "calling.play.volume",
        "calling.record", "calling.record.pause", "calling.record.resume", "calling.record.stop",
        "calling.collect", "calling.collect.stop", "calling.collect.start_input_timers",
        "calling.detect", "calling.detect.stop", "calling.tap", "calling.tap.stop", "calling.stream", "calling.stream.stop",
        "calling.transcribe", "calling.transcribe.stop", "calling.denoise", "calling.denoise.stop",
        "calling.live_transcribe", "calling.live_translate",
        "calling.ai_hold", "calling.ai_unhold", "calling.ai_message", "calling.ai.stop",
        "calling.ai_sidecar", "calling.ai_sidecar.poke", "calling.ai_sidecar.ask", "calling.ai_sidecar.stop", "calling.ai_sidecar.status",
        "calling.send_fax.stop", "calling.receive_fax.stop",
    ];

    private static readonly string[] ReadNames = ["get_log", "list_log_events", "list_logs"];

    private static readonly string[] EventNames =
    [
        "calling.call.state", "calling.call.receive", "calling.call.play", "calling.call.record", "calling.call.collect", "calling.call.detect",
        "calling.call.tap", "calling.call.stream", "calling.call.transcribe", "calling.call.denoise", "calling.call.connect", "calling.call.dial",
        "calling.call.fax", "calling.call.pay", "calling.call.refer", "calling.call.queue", "calling.conference", "calling.call.send_digits",
        "calling.call.echo", "calling.call.room", "calling.call.ai", "calling.user_event", "calling.error",
        "calling.ai.transcribe.utterance", "calling.ai.transcribe.live_summarize", "calling.ai.transcribe.conversation_log",
        "calling.ai.translate.transcript_delta", "calling.ai.translate.live_summary", "calling.ai.translate.conversation_log",
        "calling.ai.sidecar", "calling.transcript.completed", "calling.transcript.failed", SignalWireEvidence.Fetch,
    ];

    public static TheoryData<string> Operations => [.. CommandNames, .. ReadNames];

    public static TheoryData<string> EventTypes => [.. EventNames];

    [Fact]
    public void Lists_OfTheVendor_AreWhole()
    {
        CommandNames.Should().OnlyHaveUniqueItems().And.HaveCount(42);
        SignalWireOperation.Commands.Select(command => command.Name).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(CommandNames);

        // The last one is no event by its name.
        EventNames.Should().OnlyHaveUniqueItems().And.HaveCount(32 + 1);
        Evidence.ListedEvents.Keys.Should().BeEquivalentTo(EventNames[..^1]);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_OfTheVendor_LacksNothing(string operation)
    {
        Evidence.GapsOfOperation(operation).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Event_OfTheVendor_LacksNothing(string eventType)
    {
        Evidence.GapsOfEvent(eventType).Should().BeEmpty();
    }

    [Fact]
    public void Adapter_HasNothingThatTheListsDoNotName()
    {
        Evidence.Commands.Keys.Should().BeEquivalentTo(CommandNames);
        Evidence.Methods.Keys.Should().BeEquivalentTo(SignalWireOperation.All.Select(operation => operation.ClientMethod));
        Evidence.Samples.Select(sample => sample.File).Should().BeEquivalentTo(SignalWireOperation.Commands.SelectMany(command => command.Fixtures));
        Evidence.Events.Should().BeEquivalentTo(EventNames.Select(SignalWireEvidence.RecordOf).Append(nameof(UnknownSignalWireEvent)));
        Evidence.Fixtures.Select(fixture => fixture.EventType).Should().BeSubsetOf([.. EventNames, "fetch", "unknown"]);
    }

    [Theory]
    [InlineData("calling.call.play", "CallPlayEvent")]
    [InlineData("calling.call.send_digits", "CallSendDigitsEvent")]
    [InlineData("calling.conference", "ConferenceEvent")]
    [InlineData("calling.user_event", "UserEvent")]
    [InlineData("calling.error", "ErrorEvent")]
    [InlineData("calling.ai.transcribe.live_summarize", "AiTranscribeLiveSummarizeEvent")]
    public void RecordOf_NameOfAnEvent_IsItsWords(string eventType, string record) => SignalWireEvidence.RecordOf(eventType).Should().Be(record);

    [Fact]
    public void GapsOfOperation_OperationThatIsNowhere_SaysSo()
    {
        Evidence.GapsOfOperation("calling.levitate").Should().Equal("calling.levitate: not in commands.json");
        var listed = Evidence.Listed.Append(new("calling.levitate", SignalWireOperation.Named(Hangup) with { Name = "calling.levitate", Fixtures = ["calling.levitate.json"] }));
        (Evidence with { Listed = listed.ToDictionary() }).GapsOfOperation("calling.levitate").Should().Equal(
            "calling.levitate: no typed command",
            "calling.levitate: no fixture calling.levitate.json",
            "calling.levitate: no mapping calling.levitate.success",
            "calling.levitate: not run with its mapping",
            "calling.levitate: not run with failure.404",
            "calling.levitate: not run with failure.422",
            "calling.levitate: not run with failure.500");
    }

    [Fact]
    public void GapsOfOperation_OnePieceMissing_NamesIt()
    {
        Gaps(Evidence with { Commands = Without(Evidence.Commands, Hangup) }).Should().Equal("calling.end: no typed command");
        Gaps(Evidence with { Methods = Without(Evidence.Methods, "EndAsync") }).Should().Equal("calling.end: no method EndAsync that takes a EndCommand");
        Gaps(Evidence with { Samples = [.. Evidence.Samples.Where(sample => sample.Command != Hangup)] }).Should().Equal("calling.end: no fixture calling.end.json");
        Gaps(Evidence with { Mappings = [.. Evidence.Mappings.Where(name => name != "calling.end.success")] }).Should().Equal("calling.end: no mapping calling.end.success");
        Gaps(Evidence with { SuccessRuns = [.. Evidence.SuccessRuns.Where(run => run != (Hangup, "success"))] }).Should().Equal("calling.end: not run with its mapping");
        Gaps(Evidence with { FailureRuns = [.. Evidence.FailureRuns.Where(run => run != (Hangup, "422"))] }).Should().Equal("calling.end: not run with failure.422");
        (Evidence with { Methods = Without(Evidence.Methods, "GetCallLogAsync") }).GapsOfOperation("get_log").Should().Equal("get_log: no method GetCallLogAsync");

        static IEnumerable<string> Gaps(SignalWireEvidence evidence) => evidence.GapsOfOperation(Hangup);
    }

    [Fact]
    public void GapsOfEvent_OnePieceMissing_NamesIt()
    {
        Evidence.GapsOfEvent("calling.call.levitate").Should().Equal(
            "calling.call.levitate: not in events.json",
            "calling.call.levitate: no record CallLevitateEvent",
            "calling.call.levitate: not read by its name as CallLevitateEvent, but as UnknownSignalWireEvent",
            "calling.call.levitate: no fixture");
        Gaps(Evidence with { Events = [] }).Should().Equal("calling.call.play: no record CallPlayEvent");
        Gaps(Evidence with { Catalog = static _ => null }).Should().Equal("calling.call.play: not read by its name as CallPlayEvent, but as nothing");
        Gaps(Evidence with { Fixtures = [(Played, "cut.json", null)], ListedEvents = new Dictionary<string, IReadOnlyList<string>> { [Played] = ["cut", "full"] } }).Should().Equal(
            "calling.call.play: the fixture cut.json is not read as CallPlayEvent, but as nothing",
            "calling.call.play: no fixture full.json");
        (Evidence with { Fixtures = [] }).GapsOfEvent(SignalWireEvidence.Fetch).Should().Equal("(SWML fetch): no fixture");

        static IEnumerable<string> Gaps(SignalWireEvidence evidence) => evidence.GapsOfEvent(Played);
    }

    private static Dictionary<string, Type> Without(IReadOnlyDictionary<string, Type> all, string name) =>
        all.Where(entry => entry.Key != name).ToDictionary(StringComparer.Ordinal);
}

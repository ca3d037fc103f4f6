using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>
/// The completeness of the adapter, from two lists of the vendor's names: each operation has a typed command, a method, a mapping, and is run
/// with success and failure; each event has a typed record and a fixture that is read as this record.
/// </summary>
public sealed class TelnyxCoverageTests
{
    private static readonly TelnyxEvidence Evidence = TelnyxEvidence.Collect();

    public static TheoryData<string> Operations => [.. TelnyxOperation.All.Select(operation => operation.Name)];

    public static TheoryData<string> EventTypes => [.. TelnyxEvidence.ReadEventTypes()];

    [Fact]
    public void Lists_OfTheVendor_AreWhole()
    {
        TelnyxOperation.All.Select(operation => operation.Name).Should().OnlyHaveUniqueItems().And.HaveCount(43 + 1);
        TelnyxEvidence.ReadEventTypes().Should().OnlyHaveUniqueItems().And.HaveCount(58);
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
        Evidence.Commands.Keys.Should().BeSubsetOf(TelnyxOperation.All.Select(operation => operation.Name));
        Evidence.Events.Should().BeEquivalentTo(TelnyxEvidence.ReadEventTypes().Select(TelnyxEvidence.RecordOf).Append(nameof(UnknownTelnyxEvent)));
        Evidence.Fixtures.Select(fixture => fixture.EventType).Should().BeSubsetOf(TelnyxEvidence.ReadEventTypes().Append("unknown"));
    }

    [Fact]
    public void GapsOfOperation_OperationThatIsNowhere_NamesAllThatIsMissing()
    {
        Evidence.GapsOfOperation("levitate").Should().Equal(
            "levitate: no typed command",
            "levitate: no mapping levitate.success",
            "levitate: not run with its mapping",
            "levitate: not run with failure.422",
            "levitate: not run with failure.429",
            "levitate: not run with failure.500");
    }

    [Fact]
    public void GapsOfOperation_OnePieceMissing_NamesIt()
    {
        Gaps(Evidence with { Commands = Without(Evidence.Commands, "hangup") }).Should().Equal("hangup: no typed command");
        Gaps(Evidence with { Methods = Without(Evidence.Methods, "HangupAsync") }).Should().Equal("hangup: no method HangupAsync that takes a HangupCommand");
        Gaps(Evidence with { Mappings = [.. Evidence.Mappings.Where(name => name != "hangup.success")] }).Should().Equal("hangup: no mapping hangup.success");
        Gaps(Evidence with { SuccessRuns = [.. Evidence.SuccessRuns.Where(run => run != ("hangup", "success"))] }).Should().Equal("hangup: not run with its mapping");
        Gaps(Evidence with { FailureRuns = [.. Evidence.FailureRuns.Where(run => run != ("hangup", "429"))] }).Should().Equal("hangup: not run with failure.429");
        (Evidence with { Methods = Without(Evidence.Methods, "GetCallAsync") }).GapsOfOperation("retrieve_call").Should().Equal("retrieve_call: no method GetCallAsync");

        static IEnumerable<string> Gaps(TelnyxEvidence evidence) => evidence.GapsOfOperation("hangup");
    }

    [Fact]
    public void GapsOfEvent_OnePieceMissing_NamesIt()
    {
        const string Hangup = "call.hangup";
        Evidence.GapsOfEvent("call.levitated").Should().Equal("call.levitated: no record CallLevitatedEvent", "call.levitated: no fixture");
        (Evidence with { Events = [] }).GapsOfEvent(Hangup).Should().Equal("call.hangup: no record CallHangupEvent");
        (Evidence with { Fixtures = [] }).GapsOfEvent(Hangup).Should().Equal("call.hangup: no fixture");
        (Evidence with { Fixtures = [(Hangup, "full.json", nameof(UnknownTelnyxEvent)), (Hangup, "cut.json", null)] }).GapsOfEvent(Hangup)
            .Should().Equal("call.hangup: no fixture is read as CallHangupEvent, but as UnknownTelnyxEvent, nothing");
    }

    private static Dictionary<string, Type> Without(IReadOnlyDictionary<string, Type> all, string name) =>
        all.Where(entry => entry.Key != name).ToDictionary(StringComparer.Ordinal);
}

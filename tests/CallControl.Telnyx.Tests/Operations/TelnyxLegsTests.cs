using System.Globalization;
using CallControl.Testing;

namespace CallControl.Telnyx.Tests;

/// <summary>What is remembered of legs is forgotten again.</summary>
public sealed class TelnyxLegsTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly TelnyxLegs _legs;

    public TelnyxLegsTests() => _legs = new TelnyxLegs(_time);

    [Fact]
    public void Note_StartAndEndOfALeg_LeavesNothing()
    {
        for (var i = 0; i < 100; i++)
        {
            _legs.Note(new CallInitiatedEvent { EventType = "call.initiated", Call = Id(i), CallSessionId = "s" });
            _legs.Note(new CallHangupEvent { EventType = "call.hangup", Call = Id(i), CallSessionId = "s" }).Should().BeNull();
        }

        _legs.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Remember_NothingToRemember_IsPassedOver(string? session)
    {
        _legs.Remember(Id(1), session);
        _legs.Remember(default, "s");

        _legs.Count.Should().Be(0);
    }

    [Fact]
    public void Remember_ManyLegsWhoseEndsAreLost_SweepsThemAfterTheLongestLife()
    {
        for (var i = 0; i < 9_999; i++)
            _legs.Remember(Id(i), "s");

        _time.Advance(TimeSpan.FromHours(5) + TimeSpan.FromTicks(1));
        _legs.Count.Should().Be(9_999);
        _legs.Remember(Id(10_000), "s");

        _legs.Count.Should().Be(1);
    }

    [Fact]
    public void Remember_ManyLiveLegs_KeepsThemAll()
    {
        for (var i = 0; i < 15_000; i++)
            _legs.Remember(Id(i), "s");

        _time.Advance(TimeSpan.FromHours(4));
        for (var i = 15_000; i < 20_000; i++)
            _legs.Remember(Id(i), "s");

        _legs.Count.Should().Be(20_000);
    }

    [Fact]
    public void Forget_Transfer_IsNotToldAnyMore()
    {
        var leg = new TelnyxTransferLeg(Id(1), new OperationId("op"), "+15550100777");
        _legs.Remember(Id(1), "s");
        _legs.Expect(leg);
        _legs.Forget(leg);
        _legs.Forget(leg);

        _legs.Note(new CallHangupEvent { EventType = "call.hangup", Call = Id(2), CallSessionId = "s", To = "+15550100777" }).Should().BeNull();
    }

    [Fact]
    public void Note_EndOfTheCallThatIsSentOn_IsNoFailureOfTheTransfer()
    {
        _legs.Remember(Id(1), "s");
        _legs.Expect(new TelnyxTransferLeg(Id(1), new OperationId("op"), "+15550100777"));

        _legs.Note(new CallHangupEvent { EventType = "call.hangup", Call = Id(1), CallSessionId = "s", To = "+15550100777" }).Should().BeNull();
    }

    private static CallId Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"v3:{number}"));
}

using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Core.Tests;

/// <summary>A slot by itself, without a set that keeps it.</summary>
public sealed class ReplySlotTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly CallId Call = new("c-1");

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Construct_IsOpenForItsPatience()
    {
        var slot = new ReplySlot<string>(Call, Patience, _time);

        slot.Call.Should().Be(Call);
        slot.TryGetReply(out _).Should().BeFalse();
        slot.IsOpen.Should().BeTrue();
        _time.Advance(Patience - Moment);
        slot.IsOpen.Should().BeTrue();
        _time.Advance(Moment);
        slot.IsOpen.Should().BeFalse();
        slot.TryFill("late").Should().BeFalse();
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Construct_TwoForOneCall_AreDecidedApart()
    {
        var (first, second) = (new ReplySlot<string>(Call, Patience, _time), new ReplySlot<string>(Call, Patience, _time));

        first.TryFill("first").Should().BeTrue();
        second.TryFill("second").Should().BeTrue();

        (await first.WaitAsync(() => "fallback", Cancelled).Soon()).Should().Be("first");
        (await second.WaitAsync(() => "fallback", Cancelled).Soon()).Should().Be("second");
    }

    [Fact]
    public async Task Construct_NobodyDecides_IsTheFallback()
    {
        var slot = new ReplySlot<string>(Call, Patience, _time);
        var waiting = slot.WaitAsync(() => "fallback", Cancelled);
        await _time.WaitForTimersAsync(1, Cancelled).Soon();

        _time.Advance(Patience);

        (await waiting.Soon()).Should().Be("fallback");
        slot.IsGivenUp.Should().BeTrue();
    }

    [Fact]
    public void Construct_NoPatience_IsClosedFromTheStart()
    {
        var slot = new ReplySlot<string>(Call, TimeSpan.Zero, _time);

        slot.IsOpen.Should().BeFalse();
        slot.TryFill("late").Should().BeFalse();
    }

    [Fact]
    public void Construct_NoTime_IsRefused()
    {
        FluentActions.Invoking(() => new ReplySlot<string>(Call, Patience, null!)).Should().Throw<ArgumentNullException>().WithParameterName("time");
    }
}

using System.Globalization;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Core.Tests;

public sealed class ReplySlotsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly CallId Call = new("c-1");

    private readonly ManualTimeProvider _time = new();
    private readonly ReplySlots<string> _slots;

    public ReplySlotsTests() => _slots = new ReplySlots<string>(_time, Memory);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Open_SameCall_IsTheSameSlot()
    {
        var slot = _slots.Open(Call, Patience);

        slot.Call.Should().Be(Call);
        slot.IsOpen.Should().BeTrue();
        _slots.Open(Call, Patience).Should().BeSameAs(slot);
        _slots.Open(new CallId("c-2"), Patience).Should().NotBeSameAs(slot);
        _slots.TryFind(Call, out var found).Should().BeTrue();
        found.Should().BeSameAs(slot);
    }

    [Fact]
    public void TryFind_NeverOpened_IsFalse()
    {
        _slots.Open(new CallId("c-2"), Patience);

        _slots.TryFind(Call, out var slot).Should().BeFalse();
        slot.Should().BeNull();
    }

    [Fact]
    public async Task TryFill_First_Wins()
    {
        var slot = _slots.Open(Call, Patience);

        slot.TryFill("first").Should().BeTrue();
        slot.TryFill("second").Should().BeFalse();

        slot.IsOpen.Should().BeFalse();
        (await WaitAsync(slot)).Should().Be("first");
        _slots.Open(Call, Patience).Should().BeSameAs(slot, "who asks again is told the same");
    }

    [Fact]
    public async Task WaitAsync_FilledMeanwhile_IsThatAndLeavesNoTimer()
    {
        var slot = _slots.Open(Call, Patience);
        var waiting = WaitAsync(slot, () => throw new InvalidOperationException("No fallback is needed."));
        await _time.WaitForTimersAsync(1, Cancelled);
        waiting.IsCompleted.Should().BeFalse();

        slot.TryFill("decided").Should().BeTrue();

        (await waiting.Soon()).Should().Be("decided");
        await Until.TrueAsync(() => _time.PendingTimers == 0);
    }

    [Fact]
    public async Task WaitAsync_NobodyDecides_IsTheFallbackAtTheDeadline()
    {
        var slot = _slots.Open(Call, Patience);
        var waiting = WaitAsync(slot);
        await _time.WaitForTimersAsync(1, Cancelled);

        _time.Advance(Patience - Moment);
        slot.IsOpen.Should().BeTrue();
        waiting.IsCompleted.Should().BeFalse();
        _time.Advance(Moment);

        (await waiting.Soon()).Should().Be("fallback");
        slot.IsOpen.Should().BeFalse();
        slot.TryFill("late").Should().BeFalse();
        (await WaitAsync(slot)).Should().Be("fallback");
    }

    [Fact]
    public async Task WaitAsync_VendorGivesUp_LeavesTheSlotToWhoAsksAgain()
    {
        using var vendor = new CancellationTokenSource();
        var slot = _slots.Open(Call, Patience);
        var waiting = slot.WaitAsync(() => throw new InvalidOperationException("No fallback is needed."), vendor.Token);
        await _time.WaitForTimersAsync(1, Cancelled);
        _time.Advance(Patience / 2);

        await vendor.CancelAsync();

        await FluentActions.Awaiting(() => waiting.Soon()).Should().ThrowAsync<OperationCanceledException>();
        await Until.TrueAsync(() => _time.PendingTimers == 0);
        slot.IsGivenUp.Should().BeFalse();
        var again = WaitAsync(_slots.Open(Call, Patience));
        slot.TryFill("decided").Should().BeTrue();
        (await again.Soon()).Should().Be("decided");
    }

    [Fact]
    public async Task WaitAsync_AskedAgainAfterTheWindow_IsTheFallbackAtOnce()
    {
        var slot = _slots.Open(Call, Patience);
        _time.Advance(Patience);

        slot.IsOpen.Should().BeFalse();
        slot.TryFill("late").Should().BeFalse("the window runs from the first request");
        slot.TryGetReply(out _).Should().BeFalse();
        (await WaitAsync(_slots.Open(Call, Patience)).Soon()).Should().Be("fallback");
        slot.IsGivenUp.Should().BeTrue();
        slot.TryGetReply(out var reply).Should().BeTrue();
        reply.Should().Be("fallback");
    }

    [Fact]
    public async Task WaitAsync_RequestRepeated_BothAreToldTheSame()
    {
        var made = 0;
        var first = WaitAsync(_slots.Open(Call, Patience), Fallback);
        await _time.WaitForTimersAsync(1, Cancelled);
        _time.Advance(Patience / 2);
        var second = WaitAsync(_slots.Open(Call, Patience), Fallback);
        await _time.WaitForTimersAsync(2, Cancelled);

        _time.Advance(Patience / 2);

        (await first.Soon()).Should().Be("fallback 1");
        (await second.Soon()).Should().BeSameAs(await first);
        made.Should().Be(1);
        await Until.TrueAsync(() => _time.PendingTimers == 0);

        string Fallback() => "fallback " + Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task WaitAsync_FallbackFails_LeavesTheSlotUndecided()
    {
        var slot = _slots.Open(Call, Patience);
        var waiting = WaitAsync(slot, () => throw new InvalidOperationException("No document."));
        await _time.WaitForTimersAsync(1, Cancelled);

        _time.Advance(Patience);

        await FluentActions.Awaiting(() => waiting.Soon()).Should().ThrowAsync<InvalidOperationException>().WithMessage("No document.");
        slot.IsGivenUp.Should().BeFalse();
        (await WaitAsync(slot).Soon()).Should().Be("fallback", "who asks again gets one");
    }

    [Fact]
    public void Memory_Over_TheSlotIsForgotten()
    {
        var old = _slots.Open(Call, Patience);
        old.TryFill("old");
        _time.Advance(Memory - Moment);
        _slots.TryFind(Call, out _).Should().BeTrue();
        _slots.Open(Call, Patience).Should().BeSameAs(old);

        _time.Advance(Moment);

        _slots.TryFind(Call, out var none).Should().BeFalse();
        none.Should().BeNull();
        var fresh = _slots.Open(Call, Patience);
        fresh.Should().NotBeSameAs(old);
        fresh.IsOpen.Should().BeTrue();
    }

    [Fact]
    public void Memory_OfEachSlot_IsCountedFromItsOpening()
    {
        var (first, second) = (new CallId("c-1"), new CallId("c-2"));
        _slots.Open(first, Patience);
        _time.Advance(Memory / 2);
        var later = _slots.Open(second, Patience);
        _slots.Open(first, Patience);
        _time.Advance(Memory / 2);

        _slots.TryFind(first, out _).Should().BeFalse("asking again does not keep a slot");
        _slots.TryFind(second, out var found).Should().BeTrue();
        found.Should().BeSameAs(later);
        var again = _slots.Open(first, Patience);
        _time.Advance(Memory / 2);

        _slots.TryFind(second, out _).Should().BeFalse();
        _slots.TryFind(first, out found).Should().BeTrue();
        found.Should().BeSameAs(again);
    }

    [Fact]
    public async Task Memory_OverWhileItWaits_WhoHoldsTheSlotStillDecides()
    {
        var slot = _slots.Open(Call, 2 * Memory);
        var waiting = slot.WaitAsync(() => "fallback", Cancelled);
        await _time.WaitForTimersAsync(1, Cancelled);
        _time.Advance(Memory);
        _slots.TryFind(Call, out _).Should().BeFalse();

        slot.TryFill("decided").Should().BeTrue();

        (await waiting.Soon()).Should().Be("decided");
    }

    [Fact]
    public async Task Open_ByManyAtOnce_IsOneSlot()
    {
        const int Rounds = 500;
        const int Threads = 4;
        using var barrier = new Barrier(Threads);
        var opened = new ReplySlot<string>[Threads][];
        var tasks = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                opened[thread] = new ReplySlot<string>[Rounds];
                for (var i = 0; i < Rounds; i++)
                {
                    barrier.SignalAndWait(Cancelled);
                    opened[thread][i] = _slots.Open(Id(i), Patience);
                }
            },
            Cancelled,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        await Task.WhenAll(tasks).Soon();

        for (var i = 0; i < Rounds; i++)
            opened.Select(slots => slots[i]).Distinct().Should().ContainSingle().Which.Call.Should().Be(Id(i));

        static CallId Id(int number) => new("c-" + number.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task TryFill_AgainstTheDeadline_HasOneWinnerWhomAllAreTold()
    {
        const int Rounds = 1000;
        var (decided, lead) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            var slot = new ReplySlots<string>(_time, Memory).Open(Call, Patience);
            var (first, second) = (WaitAsync(slot), WaitAsync(slot));
            await _time.WaitForTimersAsync(2, Cancelled);
            var isThere = false;
            var filling = Task.Run(
                () =>
                {
                    Volatile.Write(ref isThere, true);
                    Thread.SpinWait(Math.Max(0, lead));
                    return slot.TryFill("decided");
                },
                Cancelled);
            await Until.TrueAsync(() => Volatile.Read(ref isThere));
            Thread.SpinWait(Math.Max(0, -lead));
            _time.Advance(Patience);

            var isDecided = await filling.Soon();
            var expected = isDecided ? "decided" : "fallback";
            (await first.Soon(), await second.Soon()).Should().Be((expected, expected), "in round {0}", i);

            // Whoever won starts a little later in the next round, so that they stay close.
            decided += isDecided ? 1 : 0;
            lead += isDecided ? 200 : -200;
            await Until.TrueAsync(() => _time.PendingTimers == 0);
        }

        decided.Should().BeInRange(1, Rounds - 1, "both must have won at times");
    }

    [Fact]
    public async Task Arguments_ThatMakeNoSense_AreRefused()
    {
        var slot = _slots.Open(Call, Patience);

        FluentActions.Invoking(() => new ReplySlots<string>(null!, Memory)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ReplySlots<string>(_time, TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => slot.TryFill(null!)).Should().Throw<ArgumentNullException>();
        await FluentActions.Awaiting(() => slot.WaitAsync(null!, Cancelled)).Should().ThrowAsync<ArgumentNullException>();
        slot.IsOpen.Should().BeTrue();
    }

    private static Task<string> WaitAsync(ReplySlot<string> slot, Func<string>? fallback = null) =>
        slot.WaitAsync(fallback ?? (() => "fallback"), Cancelled);
}

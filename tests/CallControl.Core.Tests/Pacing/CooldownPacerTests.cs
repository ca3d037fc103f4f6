using System.Globalization;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Core.Tests;

public sealed class CooldownPacerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider _time = new();
    private readonly CooldownPacer _pacer;

    public CooldownPacerTests()
    {
        _pacer = new CooldownPacer(_time);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    public async Task WaitAsync_SecondInLane_WaitsFromTheFirstOnesAnswer(int milliseconds)
    {
        var cooldown = TimeSpan.FromMilliseconds(milliseconds);
        var first = await WaitAsync(cooldown);
        var second = WaitAsync(cooldown);

        _time.Advance(TimeSpan.FromSeconds(10));
        second.IsCompleted.Should().BeFalse("the first one's answer has not come");

        first.Dispose();
        _time.Advance(cooldown - Tick);
        second.IsCompleted.Should().BeFalse();
        _time.Advance(Tick);
        (await second).Dispose();
    }

    [Fact]
    public async Task WaitAsync_PauseOver_GoesAtOnce()
    {
        (await WaitAsync(Short)).Dispose();
        _time.Advance(Short);

        var next = WaitAsync(Short);

        next.IsCompletedSuccessfully.Should().BeTrue();
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task WaitAsync_NoPause_NextGoesAsSoonAsTheAnswerIsThere()
    {
        var first = await WaitAsync(TimeSpan.Zero);
        var second = WaitAsync(TimeSpan.Zero);
        second.IsCompleted.Should().BeFalse();

        first.Dispose();

        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_Several_GoInTheOrderOfAsking()
    {
        var turn = await WaitAsync(Short);
        var waiting = Enumerable.Range(0, 20).Select(_ => WaitAsync(Short)).ToArray();
        for (var i = 0; i < waiting.Length; i++)
        {
            turn.Dispose();
            _time.Advance(Short);
            turn = await waiting[i].Soon();
            waiting.Count(later => later.IsCompleted).Should().Be(i + 1);
        }
    }

    [Fact]
    public async Task WaitAsync_EachCommandsOwnPause_FollowsIt()
    {
        var first = await WaitAsync(TimeSpan.FromSeconds(2));
        var second = WaitAsync(Short);
        var third = WaitAsync(Short);

        first.Dispose();
        _time.Advance(Short);
        second.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(2) - Short);
        (await second.Soon()).Dispose();
        _time.Advance(Short);
        (await third.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_FirstInLineCancelled_NextGoesAtTheSameInstant()
    {
        using var cancel = new CancellationTokenSource();
        var holder = await WaitAsync(Short);
        var first = WaitAsync(Short, cancel.Token);
        var second = WaitAsync(Short);
        holder.Dispose();
        _time.Advance(Short - Tick);

        await cancel.CancelAsync();

        var thrown = await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
        thrown.Which.CancellationToken.Should().Be(cancel.Token);
        second.IsCompleted.Should().BeFalse();
        _time.Advance(Tick);
        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_CancelledBehindTheHolder_NextKeepsItsInstant()
    {
        using var cancel = new CancellationTokenSource();
        var holder = await WaitAsync(Short);
        var first = WaitAsync(Short);
        var second = WaitAsync(Short, cancel.Token);
        var third = WaitAsync(Short);
        await cancel.CancelAsync();
        await FluentActions.Awaiting(() => second).Should().ThrowAsync<OperationCanceledException>();

        holder.Dispose();
        _time.Advance(Short);
        (await first.Soon()).Dispose();
        _time.Advance(Short);
        (await third.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_LastWaiterCancelled_LeavesNoTimer()
    {
        using var cancel = new CancellationTokenSource();
        (await WaitAsync(Short)).Dispose();
        var waiting = WaitAsync(Short, cancel.Token);
        _time.PendingTimers.Should().Be(1);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task WaitAsync_CancelledBefore_TakesNoPlace()
    {
        await FluentActions.Awaiting(() => WaitAsync(Short, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        _pacer.LaneCount.Should().Be(0);
        WaitAsync(Short).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task WaitAsync_OtherLanes_AreNotHeldUp()
    {
        var holder = await _pacer.WaitAsync("seek", "s1", Short, Cancelled);

        _pacer.WaitAsync("seek", "s2", Short, Cancelled).AsTask().IsCompletedSuccessfully.Should().BeTrue();
        _pacer.WaitAsync("play", "s1", Short, Cancelled).AsTask().IsCompletedSuccessfully.Should().BeTrue();
        _pacer.WaitAsync("seek", "s1", Short, Cancelled).AsTask().IsCompleted.Should().BeFalse();
        holder.Dispose();
    }

    [Fact]
    public async Task Dispose_Twice_PausesOnce()
    {
        var first = await WaitAsync(Short);
        first.Dispose();
        _time.Advance(Short);
        var second = await WaitAsync(Short);
        var third = WaitAsync(Short);

        first.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1));

        third.IsCompleted.Should().BeFalse("the second holds the lane");
        second.Dispose();
        _time.Advance(Short);
        (await third.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_Idle_LeavesNoTimer()
    {
        for (var i = 0; i < 5; i++)
        {
            var turn = await WaitAsync(Short);
            var next = WaitAsync(Short);
            turn.Dispose();
            _time.PendingTimers.Should().Be(1);
            _time.Advance(Short);
            (await next.Soon()).Dispose();
            _time.PendingTimers.Should().Be(0);
            _time.Advance(Short);
        }
    }

    [Fact]
    public async Task WaitAsync_TenThousandLanesUsedOnce_AreForgotten()
    {
        for (var i = 0; i < 10_000; i++)
        {
            (await _pacer.WaitAsync("seek", i.ToString(CultureInfo.InvariantCulture), Short, Cancelled)).Dispose();
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _pacer.LaneCount.Should().BeLessThanOrEqualTo(512);
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task WaitAsync_LanesInUse_AreNotForgotten()
    {
        var held = await _pacer.WaitAsync("seek", "held", Short, Cancelled);
        for (var i = 0; i < 2_000; i++)
        {
            (await _pacer.WaitAsync("seek", i.ToString(CultureInfo.InvariantCulture), Short, Cancelled)).Dispose();
            _time.Advance(Short);
        }

        var second = _pacer.WaitAsync("seek", "held", Short, Cancelled).AsTask();
        second.IsCompleted.Should().BeFalse();
        held.Dispose();
        _time.Advance(Short);
        (await second.Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_ManyThreadsAndCancellations_OneAtATimeAndNobodyLost()
    {
        const int Workers = 8;
        const int Rounds = 400;
        var pacer = new CooldownPacer(TimeProvider.System);
        var inside = new int[3];
        var taken = 0;
        var given = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(
            async () =>
            {
                var random = new Random(worker);
                for (var i = 0; i < Rounds; i++)
                {
                    var lane = random.Next(inside.Length);
                    using var cancel = new CancellationTokenSource();
                    var waiting = pacer.WaitAsync("g", lane.ToString(CultureInfo.InvariantCulture), TimeSpan.Zero, cancel.Token).AsTask();
                    if (random.Next(3) == 0)
                        await cancel.CancelAsync();

                    try
                    {
                        using var turn = await waiting.Soon();
                        Interlocked.Increment(ref inside[lane]).Should().Be(1);
                        await Task.Yield();
                        Interlocked.Decrement(ref inside[lane]);
                        Interlocked.Increment(ref taken);
                    }
                    catch (OperationCanceledException) when (cancel.IsCancellationRequested)
                    {
                        Interlocked.Increment(ref given);
                    }
                }
            },
            Cancelled)));

        (taken + given).Should().Be(Workers * Rounds);
        taken.Should().BePositive();
        for (var lane = 0; lane < inside.Length; lane++)
            (await pacer.WaitAsync("g", lane.ToString(CultureInfo.InvariantCulture), TimeSpan.Zero, Cancelled).AsTask().Soon()).Dispose();
    }

    [Fact]
    public async Task WaitAsync_Nothing_IsRefused()
    {
        FluentActions.Invoking(() => new CooldownPacer(null!)).Should().Throw<ArgumentNullException>();
        await FluentActions.Awaiting(() => _pacer.WaitAsync(null!, "s", Short, Cancelled).AsTask()).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => _pacer.WaitAsync("g", null!, Short, Cancelled).AsTask()).Should().ThrowAsync<ArgumentNullException>();
    }

    private Task<CooldownPacer.Turn> WaitAsync(TimeSpan cooldown, CancellationToken? cancellationToken = null) =>
        _pacer.WaitAsync("seek", "s1", cooldown, cancellationToken ?? Cancelled).AsTask();
}

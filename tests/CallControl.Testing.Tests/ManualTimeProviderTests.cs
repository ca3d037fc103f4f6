namespace CallControl.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Start);

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public void Constructor_WithoutStart_ShowsTheFixedDate() =>
        new ManualTimeProvider().GetUtcNow().Should().Be(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Constructor_StartWithOffset_ReadsInUtc()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)));

        time.GetUtcNow().Should().Be(Start);
        time.GetUtcNow().Offset.Should().Be(TimeSpan.Zero);
        time.GetLocalNow().Offset.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Advance_NoTimers_MovesClockAndTimestampAlike()
    {
        var before = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMilliseconds(1234.5));

        _time.GetUtcNow().Should().Be(Start.AddMilliseconds(1234.5));
        _time.GetElapsedTime(before).Should().Be(TimeSpan.FromMilliseconds(1234.5));
        _time.TimestampFrequency.Should().Be(10_000_000);
    }

    [Fact]
    public void Advance_Negative_Throws() =>
        _time.Invoking(time => time.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Advance_DueTimers_FireInDueOrderAtTheirTimes()
    {
        var fired = new List<(string Name, DateTimeOffset At)>();
        using var late = Timer("late", 300);
        using var early = Timer("early", 100);
        using var middle = Timer("middle", 200);

        _time.Advance(TimeSpan.FromMilliseconds(250));

        fired.Should().Equal(("early", Start.AddMilliseconds(100)), ("middle", Start.AddMilliseconds(200)));
        _time.GetUtcNow().Should().Be(Start.AddMilliseconds(250));
        _time.PendingTimers.Should().Be(1);

        ITimer Timer(string name, int due) => _time.CreateTimer(
            _ => fired.Add((name, _time.GetUtcNow())), null, TimeSpan.FromMilliseconds(due), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Advance_SameDueTime_FiresInTheOrderOfCreation()
    {
        var fired = new List<int>();
        var timers = Enumerable.Range(0, 5).Select(number => OneShot(() => fired.Add(number), 100)).ToList();

        _time.Advance(TimeSpan.FromMilliseconds(100));

        fired.Should().Equal(0, 1, 2, 3, 4);
        timers.ForEach(timer => timer.Dispose());
    }

    [Fact]
    public void Advance_JustBeforeDueTime_DoesNotFire()
    {
        var fired = false;
        using var timer = OneShot(() => fired = true, 100);

        _time.Advance(TimeSpan.FromMilliseconds(100) - TimeSpan.FromTicks(1));
        fired.Should().BeFalse();
        _time.Advance(TimeSpan.FromTicks(1));
        fired.Should().BeTrue();
    }

    [Fact]
    public void Advance_OneShotTimer_FiresOnce()
    {
        var fired = 0;
        using var timer = OneShot(() => fired++, 100);

        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        fired.Should().Be(1);
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOnceAPeriodAtTheRightTimes()
    {
        var fired = new List<DateTimeOffset>();
        using var timer = _time.CreateTimer(
            _ => fired.Add(_time.GetUtcNow()), null, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100));

        _time.Advance(TimeSpan.FromMilliseconds(275));

        fired.Should().Equal(Start.AddMilliseconds(50), Start.AddMilliseconds(150), Start.AddMilliseconds(250));
        _time.PendingTimers.Should().Be(1);
    }

    [Fact]
    public void Advance_TimerArmedByCallback_FiresInTheSameAdvance()
    {
        DateTimeOffset? second = null;
        using var first = OneShot(() => OneShot(() => second = _time.GetUtcNow(), 100), 100);

        _time.Advance(TimeSpan.FromMilliseconds(200));

        second.Should().Be(Start.AddMilliseconds(200));
    }

    [Fact]
    public void Advance_CallbackAdvances_FiresWhatThatReachesAndKeepsTheSum()
    {
        var fired = new List<string>();
        using var outer = OneShot(
            () =>
            {
                fired.Add("outer");
                _time.Advance(TimeSpan.FromMilliseconds(100));
            },
            100);
        using var inner = OneShot(() => fired.Add("inner"), 250);

        _time.Advance(TimeSpan.FromMilliseconds(200));

        fired.Should().Equal("outer", "inner");
        _time.GetUtcNow().Should().Be(Start.AddMilliseconds(300));
    }

    [Fact]
    public void Advance_CallbackThrows_SurfacesAndKeepsLaterTimersArmed()
    {
        using var bad = OneShot(() => throw new InvalidOperationException("boom"), 100);
        using var good = OneShot(() => { }, 200);

        _time.Invoking(time => time.Advance(TimeSpan.FromMilliseconds(300)))
            .Should().Throw<InvalidOperationException>().WithMessage("boom");

        _time.PendingTimers.Should().Be(1);
        _time.Advance(TimeSpan.Zero);
        _time.GetUtcNow().Should().Be(Start.AddMilliseconds(300));
    }

    [Fact]
    public void Advance_InParallel_AddsUpAndFiresEachTimerOnce()
    {
        var fired = 0;
        var timers = Enumerable.Range(1, 500).Select(due => OneShot(() => Interlocked.Increment(ref fired), due)).ToList();

        Parallel.For(0, 100, _ => _time.Advance(TimeSpan.FromMilliseconds(5)));

        _time.GetUtcNow().Should().Be(Start.AddMilliseconds(500));
        fired.Should().Be(500);
        timers.ForEach(timer => timer.Dispose());
    }

    [Fact]
    public void CreateTimer_State_ReachesCallback()
    {
        object? seen = null;
        using var timer = _time.CreateTimer(state => seen = state, "the state", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(1));

        seen.Should().Be("the state");
    }

    [Fact]
    public void CreateTimer_InfiniteDueTime_IsNotPending()
    {
        using var timer = _time.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1));

        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task CreateTimer_ZeroDueTime_FiresWithoutAnAdvance()
    {
        var fired = new TaskCompletionSource();
        await using var timer = _time.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(Token);

        _time.PendingTimers.Should().Be(0);
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, -2)]
    public void CreateTimer_NegativeTime_Throws(int due, int period) =>
        _time.Invoking(time => time.CreateTimer(_ => { }, null, TimeSpan.FromMilliseconds(due), TimeSpan.FromMilliseconds(period)))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Change_PendingTimer_CountsFromNow()
    {
        var fired = new List<DateTimeOffset>();
        using var timer = OneShot(() => fired.Add(_time.GetUtcNow()), 100);
        _time.Advance(TimeSpan.FromMilliseconds(60));

        timer.Change(TimeSpan.FromMilliseconds(100), Timeout.InfiniteTimeSpan).Should().BeTrue();
        _time.Advance(TimeSpan.FromMilliseconds(300));

        fired.Should().Equal(Start.AddMilliseconds(160));
    }

    [Fact]
    public void Change_ToInfinite_Disarms()
    {
        var fired = false;
        using var timer = OneShot(() => fired = true, 100);

        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(1));

        fired.Should().BeFalse();
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public void Change_ByOwnCallback_StopsAPeriodicTimer()
    {
        var fired = 0;
        ITimer? timer = null;
        timer = _time.CreateTimer(
            _ =>
            {
                if (++fired == 2)
                    timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            },
            null, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));

        _time.Advance(TimeSpan.FromSeconds(1));

        fired.Should().Be(2);
        timer.Dispose();
    }

    [Fact]
    public async Task Dispose_PendingTimer_NeverFires()
    {
        var fired = false;
        var first = OneShot(() => fired = true, 100);
        var second = OneShot(() => fired = true, 100);

        first.Dispose();
        await second.DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(1));

        fired.Should().BeFalse();
        _time.PendingTimers.Should().Be(0);
        first.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Should().BeFalse();
        _time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public void SetUtcNow_Later_FiresOnTheWay()
    {
        DateTimeOffset? at = null;
        using var timer = OneShot(() => at = _time.GetUtcNow(), 1000);

        _time.SetUtcNow(Start.AddHours(1));

        at.Should().Be(Start.AddSeconds(1));
        _time.GetUtcNow().Should().Be(Start.AddHours(1));
    }

    [Fact]
    public void SetUtcNow_Earlier_Throws() =>
        _time.Invoking(time => time.SetUtcNow(Start.AddTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public async Task WaitForTimersAsync_EnoughArmed_IsComplete()
    {
        using var timer = OneShot(() => { }, 100);

        var wait = _time.WaitForTimersAsync(1, Token);

        wait.IsCompletedSuccessfully.Should().BeTrue();
        await wait;
    }

    [Fact]
    public async Task WaitForTimersAsync_NotEnoughArmed_WaitsForTheLast()
    {
        using var first = OneShot(() => { }, 100);
        var wait = _time.WaitForTimersAsync(2, Token);
        wait.IsCompleted.Should().BeFalse();

        using var second = OneShot(() => { }, 100);

        await wait;
    }

    [Fact]
    public async Task WaitForTimersAsync_Cancelled_Throws()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var wait = _time.WaitForTimersAsync(1, cancel.Token);

        await cancel.CancelAsync();

        await wait.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task TaskDelay_OnManualTime_CompletesAtItsTime()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _time, Token);
        await _time.WaitForTimersAsync(1, Token);

        _time.Advance(TimeSpan.FromSeconds(9.999));
        delay.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await delay;
    }

    [Fact]
    public void CancellationTokenSource_OnManualTime_CancelsAtItsTime()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);

        _time.Advance(TimeSpan.FromSeconds(9.999));
        source.IsCancellationRequested.Should().BeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        source.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task PeriodicTimer_OnManualTime_Ticks()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        var tick = timer.WaitForNextTickAsync(Token);
        tick.IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromSeconds(1));

        (await tick).Should().BeTrue();
    }

    private ITimer OneShot(Action action, int dueMilliseconds) =>
        _time.CreateTimer(_ => action(), null, TimeSpan.FromMilliseconds(dueMilliseconds), Timeout.InfiniteTimeSpan);
}

using CallControl.Testing.Emulation;

namespace CallControl.Testing.Tests.Emulation;

public sealed class LockedTimerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Lock _gate = new();

    [Fact]
    public async Task Cancel_WhileTheCallbackWaitsForTheLock_KeepsTheActionFromRunning()
    {
        var ran = false;
        Task advance;
        lock (_gate)
        {
            var timer = LockedTimer.Start(_time, _gate, TimeSpan.FromSeconds(1), () => ran = true);
            advance = Task.Run(() => _time.Advance(TimeSpan.FromSeconds(1)), Deadline.Token);

            // Taken off the clock, the callback can only be on its way to the lock.
            SpinWait.SpinUntil(() => _time.PendingTimers == 0, TimeSpan.FromSeconds(20)).Should().BeTrue();
            timer!.Cancel();
        }

        await advance;

        ran.Should().BeFalse();
    }

    [Fact]
    public void Start_WithoutDelay_RunsBeforeItReturns()
    {
        var ran = false;

        LockedTimer.Start(_time, _gate, TimeSpan.Zero, () => ran = true).Should().BeNull();

        ran.Should().BeTrue();
    }
}

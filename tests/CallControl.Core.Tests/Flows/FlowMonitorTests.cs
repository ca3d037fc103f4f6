using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Core.Tests;

/// <summary>What an adapter is told about who conducts a call.</summary>
public sealed class FlowMonitorTests
{
    [Fact]
    public async Task HasFlowReturned_FlowRuns_IsFalseUntilItReturns()
    {
        var finish = new TaskCompletionSource();
        await using var hub = Harness(_ => finish.Task);
        await hub.HandleAsync(hub.Incoming());
        await Until.TrueAsync(() => hub.Log.Count(1100) == 1);

        HasFlowReturned(hub).Should().BeFalse("the flow thinks");
        finish.SetResult();

        await Until.TrueAsync(() => HasFlowReturned(hub));
        hub.Call().HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task HasFlowReturned_FlowThrew_IsTrueOnceTheCallWasHungUp()
    {
        var hangup = new TaskCompletionSource();
        await using var hub = Harness(_ => throw new InvalidOperationException("flow"));
        hub.Control.OnCommand = _ => hangup.Task;

        await hub.HandleAsync(hub.Incoming());
        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        HasFlowReturned(hub).Should().BeFalse("the call is being hung up");
        hangup.SetResult();

        await Until.TrueAsync(() => HasFlowReturned(hub));
    }

    [Fact]
    public async Task HasFlowReturned_FlowIsCancelledByTheEndOfTheCall_IsTrue()
    {
        await using var hub = Harness(ended => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended));
        await hub.HandleAsync(hub.Incoming());
        HasFlowReturned(hub).Should().BeFalse();

        await hub.HandleAsync(hub.Ended());

        await Until.TrueAsync(() => HasFlowReturned(hub));
    }

    [Fact]
    public async Task HasFlowReturned_OtherCallsAndAccounts_AreNotMeant()
    {
        var finish = new TaskCompletionSource();
        var runs = 0;
        await using var hub = Harness(_ => Interlocked.Increment(ref runs) == 1 ? Task.CompletedTask : finish.Task);
        await hub.HandleAsync(hub.Incoming(1));
        await Until.TrueAsync(() => HasFlowReturned(hub));
        await hub.HandleAsync(hub.Incoming(2));

        HasFlowReturned(hub, 1).Should().BeTrue();
        HasFlowReturned(hub, 2).Should().BeFalse();
        HasFlowReturned(hub, 3).Should().BeFalse("nobody has called so");
        Monitor(hub).HasFlowReturned("somebody-else", HubHarness.Id(1)).Should().BeFalse();
        finish.SetResult();
    }

    [Fact]
    public async Task HasFlowReturned_NoFlow_IsFalse()
    {
        await using var hub = new HubHarness();

        await hub.HandleAsync(hub.Incoming(), hub.Answered());

        HasFlowReturned(hub).Should().BeFalse("the application conducts the call in another way");
    }

    private static HubHarness Harness(Func<CancellationToken, Task> run) => new(build: builder =>
    {
        builder.Services.AddSingleton(run);
        builder.AddFlow<Flow>();
    });

    private static IFlowMonitor Monitor(HubHarness hub) => hub.Services.GetRequiredService<IFlowMonitor>();

    private static bool HasFlowReturned(HubHarness hub, int call = 1) => Monitor(hub).HasFlowReturned(hub.Provider, HubHarness.Id(call));

    internal sealed class Flow(Func<CancellationToken, Task> run) : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded) => run(callEnded);
    }
}

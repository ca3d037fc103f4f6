using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Core.Tests;

/// <summary>An observer may want what the hub itself provides.</summary>
public sealed class ObserverDependencyTests
{
    [Fact]
    public async Task Observer_ThatWantsTheCalls_GetsThemWithTheFirstEvent()
    {
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new Testing.ManualTimeProvider())
            .AddCallControl(calls => calls.AddProvider("fake", _ => null!, _ => null!).AddEventObserver<Wanting>())
            .BuildServiceProvider();
        var sink = services.GetRequiredService<Providers.ICallEventSink>();

        await sink.AcceptAsync(
            new CallRinging { Provider = "fake", Call = new CallId("c1"), Name = "ringing" }, TestContext.Current.CancellationToken);

        var observer = services.GetServices<ICallEventObserver>().OfType<Wanting>().Single();
        (await observer.Seen.WaitAsync(TestContext.Current.CancellationToken)).Should().BeTrue("the observer knows the call by the very service it was given");
    }

    private sealed class Wanting(ICalls calls) : ICallEventObserver
    {
        private readonly TaskCompletionSource<bool> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> Seen => _seen.Task;

        public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
        {
            _seen.TrySetResult(calls.Knows(callEvent.Provider, callEvent.Call));
            return ValueTask.CompletedTask;
        }
    }
}

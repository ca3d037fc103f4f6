using System.Collections.Concurrent;
using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallControl.Core.Tests;

public sealed class FlowRunnerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_Incoming_RunsOneFlowWithAScopeOfItsOwn()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        var calls = new ConcurrentQueue<(Call Call, PerCall Scope)>();
        script.Run = (call, scope, _) =>
        {
            calls.Enqueue((call, scope));
            return Task.CompletedTask;
        };

        await hub.HandleAsync(hub.Incoming(1), hub.Incoming(1), hub.Incoming(2));
        await Until.TrueAsync(() => hub.Log.Count(1101) == 2);

        calls.Select(run => run.Call).OrderBy(call => call.Id.Value, StringComparer.Ordinal).Should().Equal(hub.Call(1), hub.Call(2));
        calls.Select(run => run.Scope).Should().OnlyHaveUniqueItems().And.OnlyContain(scope => scope.IsDisposed);
        calls.First().Call.From.Value.Should().Be("+33612345678");
        hub.Control.Commands.Should().BeEmpty("a flow that returns leaves the call as it is");
    }

    [Fact]
    public async Task Start_FlowOfTheProvider_WinsOverTheGeneralOne()
    {
        var script = new Script();
        await using var hub = new HubHarness(build: builder =>
        {
            builder.Services.AddSingleton(script).AddScoped<PerCall>();
            var own = builder.Services.Last(service => service.ImplementationInstance is ProviderRegistration).ImplementationInstance as ProviderRegistration;
            builder.AddProvider("somebody-else", _ => null!, _ => null!).AddFlow<OtherFlow>("somebody-else").AddFlow<GeneralFlow>();
            builder.AddFlow<OwnFlow>(own!.Name);
        });
        var ran = new ConcurrentQueue<string>();
        script.Named = ran.Enqueue;

        await hub.HandleAsync(hub.Incoming());
        await Until.TrueAsync(() => hub.Log.Count(1101) == 1);

        ran.Should().Equal(nameof(OwnFlow));
    }

    [Fact]
    public async Task Start_NoFlowAtAll_IsQuietAndKeepsTheCall()
    {
        await using var hub = new HubHarness();

        await hub.HandleAsync(hub.Incoming());

        hub.Call().HasEnded.Should().BeFalse();
        hub.Log.Count(1103).Should().Be(0);
        hub.Control.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_OnlyOtherProvidersHaveFlows_IsLogged()
    {
        await using var hub = new HubHarness(
            build: builder => builder.AddProvider("somebody-else", _ => null!, _ => null!).AddFlow<OtherFlow>("somebody-else"));

        await hub.HandleAsync(hub.Incoming());

        hub.Log.Count(1103).Should().Be(1);
    }

    [Fact]
    public void Construct_FlowOfAnUnknownProvider_NamesTheProviders()
    {
        using var services = Services(builder => builder.AddProvider("known", _ => null!, _ => null!).AddFlow<OtherFlow>("unknown"));

        FluentActions.Invoking(services.GetServices<IHostedService>).Should().Throw<InvalidOperationException>().WithMessage("*'unknown'*known*");
    }

    [Fact]
    public void Construct_TwoGeneralFlows_NamesBoth()
    {
        using var services = Services(builder => builder.AddFlow<OtherFlow>().AddFlow<GeneralFlow>());

        FluentActions.Invoking(services.GetServices<IHostedService>).Should().Throw<InvalidOperationException>().WithMessage("*OtherFlow*GeneralFlow*");
    }

    [Fact]
    public async Task Run_Throws_IsLoggedAndTheCallHungUp()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, _) => throw new InvalidOperationException("flow");

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Entries.Should().ContainSingle(entry => entry.Id == 1102 && entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task Run_ThrowsAndTheHangupToo_IsLogged()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, _) => throw new InvalidOperationException("flow");
        hub.Control.OnCommand = _ => throw new InvalidOperationException("hangup");

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Log.Count(1104) == 1);
    }

    [Fact]
    public async Task Run_FlowCannotBeMade_IsLoggedAndTheCallHungUp()
    {
        await using var hub = new HubHarness(build: builder => builder.AddFlow<GeneralFlow>());

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Count(1102).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_HangupDuringAWait_EndsItQuietly(bool byToken)
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        var entered = new TaskCompletionSource();
        script.Run = async (call, _, ended) =>
        {
            var operation = hub.Register("o1");
            entered.SetResult();
            if (byToken)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended);
            else if ((await operation.Completion.Soon()).End == OperationEnd.CallEnded)
                throw new CallEndedException("The call ended.", new ErrorContext { Call = call.Id });
        };
        await hub.HandleAsync(hub.Incoming());
        await entered.Task.Soon();

        await hub.HandleAsync(hub.Ended());

        await Until.TrueAsync(() => hub.Log.Count(1101) == 1);
        hub.Log.Count(1102).Should().Be(0);
        hub.Control.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_VendorSaysTheCallIsOverFirst_EndsItWithoutError()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (call, _, _) => throw new CallEndedException("404", new ErrorContext { Call = call.Id });

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Log.Count(1105) == 1);
        hub.Log.Entries.Should().NotContain(entry => entry.Level >= LogLevel.Warning);
        hub.Control.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_AnotherCallIsOver_IsAFault()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, _) => throw new CallEndedException("partner", new ErrorContext { Call = HubHarness.Id(7) });

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Count(1102).Should().Be(1);
    }

    [Fact]
    public async Task Run_CancelledForAnotherReason_IsAFault()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, _) => throw new OperationCanceledException();

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Count(1102).Should().Be(1);
    }

    [Fact]
    public async Task StopAsync_FlowRuns_WaitsForIt()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        var finish = new TaskCompletionSource();
        script.Run = (_, _, _) => finish.Task;
        await hub.HandleAsync(hub.Incoming());
        var runner = hub.Services.GetRequiredService<FlowRunner>();

        var stopping = runner.StopAsync(Cancelled);
        stopping.IsCompleted.Should().BeFalse();
        finish.SetResult();

        await stopping.Soon();
        hub.Log.Count(1101).Should().Be(1);
        hub.Control.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task StopAsync_PatienceEnds_CancelsAndHangsUp()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, ended) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended);
        await hub.HandleAsync(hub.Incoming());
        using var patience = new CancellationTokenSource();
        var stopping = hub.Services.GetRequiredService<FlowRunner>().StopAsync(patience.Token);
        stopping.IsCompleted.Should().BeFalse();

        await patience.CancelAsync();

        await stopping.Soon();
        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Count(1106).Should().Be(1);
        hub.Log.Count(1102).Should().Be(0, "we cancelled it ourselves");
    }

    [Fact]
    public async Task StopAsync_NothingRuns_ReturnsAndCancelsWhatBeginsLater()
    {
        await using var hub = Harness<GeneralFlow>(out var script);
        script.Run = (_, _, ended) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended);
        var runner = hub.Services.GetRequiredService<FlowRunner>();
        await runner.StartAsync(Cancelled);
        await runner.StoppingAsync(Cancelled);
        await runner.StopAsync(Cancelled);

        await hub.HandleAsync(hub.Incoming());

        await Until.TrueAsync(() => hub.Control.Commands.Contains("hangup call-1"));
        hub.Log.Count(1106).Should().Be(1);
    }

    [Fact]
    public async Task Host_Stops_LetsFlowsFinishBeforeTheWebServerStops()
    {
        var script = new Script();
        var server = new WebServer();
        var control = new FakeCallControl("host");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(script).AddScoped<PerCall>();
        builder.Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        builder.Services.AddCallControl(calls => calls.AddProvider("host", _ => control, _ => null!).AddFlow<GeneralFlow>());
        builder.Services.AddHostedService(_ => server);
        using var host = builder.Build();
        await host.StartAsync(Cancelled);
        var entered = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var wasServed = false;
        script.Run = async (_, _, ended) =>
        {
            entered.SetResult();
            await finish.Task.WaitAsync(ended);
            wasServed = !server.HasStopped;
        };
        var sink = host.Services.GetRequiredService<ICallEventSink>();
        await sink.AcceptAsync(new CallIncoming { Provider = "host", Call = HubHarness.Id(), Name = "in" }, Cancelled);
        await entered.Task.Soon();

        var stopping = host.StopAsync(Cancelled);
        await Task.Yield();
        finish.SetResult();
        await stopping;

        wasServed.Should().BeTrue();
        server.HasStopped.Should().BeTrue();
    }

    private static ServiceProvider Services(Action<CallControlBuilder> configure) =>
        new ServiceCollection().AddSingleton(new Script()).AddCallControl(configure).BuildServiceProvider();

    private static HubHarness Harness<TFlow>(out Script script)
        where TFlow : class, ICallFlow
    {
        var made = script = new Script();
        return new HubHarness(build: builder =>
        {
            builder.Services.AddSingleton(made).AddScoped<PerCall>();
            builder.AddFlow<TFlow>();
        });
    }

    internal sealed class Script
    {
        public Func<Call, PerCall, CancellationToken, Task> Run { get; set; } = static (_, _, _) => Task.CompletedTask;

        public Action<string> Named { get; set; } = static _ => { };
    }

    internal sealed class PerCall : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    internal sealed class GeneralFlow(Script script, PerCall scope) : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded)
        {
            script.Named(nameof(GeneralFlow));
            return script.Run(call, scope, callEnded);
        }
    }

    internal sealed class OwnFlow(Script script) : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded)
        {
            script.Named(nameof(OwnFlow));
            return Task.CompletedTask;
        }
    }

    internal sealed class OtherFlow : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded) => Task.CompletedTask;
    }

    private sealed class WebServer : IHostedService
    {
        public bool HasStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            HasStopped = true;
            return Task.CompletedTask;
        }
    }
}

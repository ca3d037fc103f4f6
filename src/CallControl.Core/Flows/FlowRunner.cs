using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallControl.Providers;

/// <summary>Runs a flow for each inbound call, and lets running flows finish when the process stops.</summary>
/// <remarks>It waits before any other service is stopped: a flow goes on only while the web server still takes the vendor's events.</remarks>
internal sealed class FlowRunner : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan LastGrace = TimeSpan.FromSeconds(5);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILogger<FlowRunner> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Type> _flowByProvider = [];
    private readonly Type? _flowForAll;
    private TaskCompletionSource? _allDone;
    private int _running;

    public FlowRunner(
        IServiceScopeFactory scopes,
        IEnumerable<FlowRegistration> registrations,
        IEnumerable<ProviderRegistration> providers,
        TimeProvider time,
        ILogger<FlowRunner> logger)
    {
        _scopes = scopes;
        _time = time;
        _logger = logger;
        var names = providers.Select(provider => provider.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (flow, provider) in registrations)
        {
            if (provider is not null && !names.Contains(provider))
                throw new InvalidOperationException($"The flow {flow.Name} is registered for '{provider}', but the providers are: {string.Join(", ", names)}.");

            var previous = provider is null ? _flowForAll : _flowByProvider.GetValueOrDefault(provider);
            if (previous is not null && previous != flow)
                throw new InvalidOperationException($"Two flows are registered for {provider ?? "all providers"}: {previous.Name} and {flow.Name}.");

            if (provider is null)
                _flowForAll = flow;
            else
                _flowByProvider[provider] = flow;
        }
    }

    /// <summary>Cancelled when flows are not waited for any longer.</summary>
    public CancellationToken Ended => _ended.Token;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the running flows; when the host's patience ends, cancels them.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await WaitForFlowsAsync(cancellationToken).ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
    }

    private async Task WaitForFlowsAsync(CancellationToken cancellationToken)
    {
        Task allDone;
        lock (_gate)
        {
            if (_running == 0)
                return;

            _allDone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            allDone = _allDone.Task;
        }

        try
        {
            await allDone.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);

            // A cancelled flow hangs its call up. Without this grace the process would be gone before the vendor is told.
            await Task.WhenAny(allDone, Task.Delay(LastGrace, _time, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for flows that began in between, and cancels what begins from now on.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await StoppingAsync(cancellationToken).ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Start(CallSession session)
    {
        var (provider, call) = session.Key;
        var flow = _flowByProvider.GetValueOrDefault(provider, _flowForAll!);
        if (flow is null)
        {
            // An application without any flow conducts its calls in another way; one with flows has forgotten this provider.
            if (_flowByProvider.Count > 0)
                Log.NoFlow(_logger, provider, call);

            return;
        }

        lock (_gate)
            _running++;

        _ = Task.Run(() => RunAsync(session, flow));
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _ended.Dispose();
    }

    private async Task RunAsync(CallSession session, Type flowType)
    {
        var (provider, id) = session.Key;
        Call? call = null;
        try
        {
            call = session.TryGetCall(session.Control) ?? throw new InvalidOperationException("The call was forgotten before its flow began.");
            Log.FlowBegins(_logger, provider, flowType.Name, id);
            var scope = _scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var flow = (ICallFlow)scope.ServiceProvider.GetRequiredService(flowType);
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(call.EndedToken, _stopping.Token);
                await flow.RunAsync(call, ended.Token).ConfigureAwait(false);
            }

            Log.FlowEnded(_logger, provider, flowType.Name, id);
        }
        catch (Exception exception) when (session.HasEnded && exception is CallEndedException or OperationCanceledException)
        {
            Log.FlowEnded(_logger, provider, flowType.Name, id);
        }
        catch (CallEndedException exception) when (exception.Call == id)
        {
            // The vendor answers that the call is over before its event says so: as common as a caller who hangs up during a command.
            Log.FlowOutlivedCall(_logger, provider, flowType.Name, id);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Log.FlowCancelled(_logger, provider, flowType.Name, id);
            await HangUpAsync(call).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.FlowFailed(_logger, exception, provider, flowType.Name, id);
            await HangUpAsync(call).ConfigureAwait(false);
        }
        finally
        {
            session.HasFlowReturned = true;
            lock (_gate)
            {
                if (--_running == 0)
                {
                    _allDone?.SetResult();
                    _allDone = null;
                }
            }
        }
    }

    private async Task HangUpAsync(Call? call)
    {
        if (call is null || call.HasEnded)
            return;

        try
        {
            await call.HangupAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.HangupFailed(_logger, exception, call.Provider.Name, call.Id);
        }
    }
}

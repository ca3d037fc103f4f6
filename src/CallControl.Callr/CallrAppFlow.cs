using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.Callr;

/// <summary>Hands a call to the flow of its app.</summary>
internal sealed class CallrAppFlow(IServiceProvider services, IOptionsMonitor<CallrAppFlows> flows) : ICallFlow
{
    public Task RunAsync(Call call, CancellationToken callEnded)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!services.GetRequiredKeyedService<RealTimeCalls>(call.Provider.Name).TryFind(call.Id, out var live))
            throw new CallEndedException($"The call {call.Id} ended before its flow began.", new ErrorContext { Provider = call.Provider.Name, Call = call.Id });

        var app = live.App;
        var flow = flows.Get(call.Provider.Name).Find(app)
            ?? throw new InvalidOperationException($"No flow is registered for the Real-Time app '{app}' of '{call.Provider.Name}': {nameof(CallrBuilderExtensions.AddCallrFlow)}.");
        return ((ICallFlow)services.GetRequiredService(flow)).RunAsync(call, callEnded);
    }
}

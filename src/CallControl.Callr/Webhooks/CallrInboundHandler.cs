using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.Callr;

/// <summary>Takes the vendor's requests, each of which asks what happens next on a call, and answers with a command.</summary>
internal sealed class CallrInboundHandler(
    string provider,
    CallrAuthenticator authenticator,
    RealTimeCalls calls,
    ICallEventSink sink,
    IFlowMonitor flows,
    TimeProvider time,
    ILogger<CallrInboundHandler> logger) : IInboundHandler
{
    // The variables of a call are the only member without a bound.
    public int MaxBodyBytes => 1024 * 1024;

    public async ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Path.Length > 0)
            return InboundResponse.NotFound;

        if (request.Method != HttpMethod.Post.Method)
            return InboundResponse.MethodNotAllowed;

        if (!authenticator.IsKnown(request.Header("Authorization"), out var apps, out var problem))
            return InboundResponse.Unauthenticated(CallrAuthenticator.Challenge, problem);

        if (!request.IsJson)
            return InboundResponse.UnsupportedMediaType;

        if (!RealTimeRequestParser.TryParse(request.Body, out var report, out problem))
            return InboundResponse.Malformed(problem);

        if (!CallrAuthenticator.AreOf(apps, report.App))
            return InboundResponse.Unauthenticated(CallrAuthenticator.Challenge, "its login and password are those of another app");

        var call = calls.Open(report.Call);
        var exchange = call.Receive(report);
        foreach (var callEvent in CallrEventMapper.Map(exchange, provider, request.Body, time.GetUtcNow()))
        {
            // Unverified: whether the vendor asks again. If it does, what was not taken is handed in again.
            if (await sink.AcceptAsync(callEvent, cancellationToken).ConfigureAwait(false) == EventReceipt.Busy)
                return InboundResponse.Busy;
        }

        if (report.IsTerminal)
        {
            calls.End(report.Call);
            return InboundResponse.Accepted;
        }

        call.Decide(exchange);
        return await WaitAsync(call, exchange, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InboundResponse> WaitAsync(RealTimeCall call, RealTimeExchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var response = await exchange.Slot.WaitAsync(FallBack, cancellationToken).ConfigureAwait(false);
            return InboundResponse.WithJson(response.ToUtf8Json());
        }
        catch (OperationCanceledException)
        {
            // The vendor has hung up on us: nobody reads this, and if it asks again, it finds the slot as it is.
            return InboundResponse.Busy;
        }

        RealTimeResponse FallBack()
        {
            var response = call.FallBack(exchange, () => flows.HasFlowReturned(provider, call.Id), out var why);
            if (why is not null)
                CallrLog.HungUp(logger, provider, call.Id, why);

            return response;
        }
    }
}

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

        if (calls.TryFind(report, out var known) && known.App.Length > 0 && known.App != report.App)
            return InboundResponse.Unauthenticated(CallrAuthenticator.Challenge, "it names a call of another app");

        var call = calls.Open(report);
        var exchange = call.Receive(report, request.Body);
        return report.IsTerminal
            ? await EndAsync(call).ConfigureAwait(false)
            : await AnswerAsync(call, exchange, cancellationToken).ConfigureAwait(false);
    }

    // Unverified: whether the vendor repeats what was not taken. If it does, its events are told again, by the same names.
    private async Task<InboundResponse> EndAsync(RealTimeCall call)
    {
        var isHandedIn = await call.HandInAsync(sink).ConfigureAwait(false);
        calls.End(call.Id);
        return isHandedIn ? InboundResponse.Accepted : InboundResponse.Busy;
    }

    private async Task<InboundResponse> AnswerAsync(RealTimeCall call, RealTimeExchange exchange, CancellationToken cancellationToken)
    {
        call.Listen(exchange);
        var answer = exchange.Slot.WaitAsync(FallBack, cancellationToken);
        var handingIn = call.HandInAsync(sink);

        // The answer leaves in time, however long the events take.
        if (await Task.WhenAny(handingIn, answer).ConfigureAwait(false) == handingIn)
        {
            if (await handingIn.ConfigureAwait(false))
            {
                call.Decide(exchange);
            }
            else if (exchange.Request.IsFirst)
            {
                calls.Forget(call);
                return InboundResponse.Busy;
            }
        }
        else
        {
            _ = FollowAsync(call, handingIn);
        }

        try
        {
            var response = await answer.ConfigureAwait(false);
            return InboundResponse.WithJson(response.ToUtf8Json());
        }
        catch (OperationCanceledException)
        {
            // The vendor has hung up on us: nobody reads this, and if it asks again, it finds the slot as it is.
            call.StopListening(exchange);
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

    private async Task FollowAsync(RealTimeCall call, Task handingIn)
    {
        CallrLog.SlowSink(logger, provider, call.Id);
        try
        {
            await handingIn.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            CallrLog.SinkFailed(logger, exception, provider, call.Id);
        }
    }
}

using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.Callr;

/// <summary>Takes the vendor's requests, each of which asks what happens next on a call, and answers with a command.</summary>
internal sealed class CallrInboundHandler(
    string provider,
    CallrAuthenticator authenticator,
    RealTimeCalls calls,
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

        if (calls.Open(report) is not { } call)
            return WithoutACall(report);

        if (call.Receive(report, request.Body) is not { } exchange)
            return InboundResponse.Unauthenticated(CallrAuthenticator.Challenge, "it names a call of another app");

        return report.IsTerminal
            ? await EndAsync(call).ConfigureAwait(false)
            : await AnswerAsync(call, exchange, cancellationToken).ConfigureAwait(false);
    }

    // Unverified: whether the vendor asks again where it was refused.
    private InboundResponse WithoutACall(RealTimeRequest report)
    {
        if (!calls.IsOver(report))
            return InboundResponse.Busy;

        var hangup = new RealTimeResponse { Command = new HangupCommand(), CommandId = 1, Variables = report.Variables };
        return report.IsTerminal ? InboundResponse.Accepted : InboundResponse.WithJson(hangup.ToUtf8Json());
    }

    private async Task<InboundResponse> EndAsync(RealTimeCall call)
    {
        try
        {
            return await calls.EndAsync(call).ConfigureAwait(false) ? InboundResponse.Accepted : InboundResponse.Busy;
        }
        catch (Exception exception)
        {
            CallrLog.SinkFailed(logger, exception, provider, call.Id);
            return InboundResponse.Busy;
        }
    }

    private async Task<InboundResponse> AnswerAsync(RealTimeCall call, RealTimeExchange exchange, CancellationToken cancellationToken)
    {
        call.Listen(exchange);
        try
        {
            var answer = exchange.Slot.WaitAsync(FallBack, cancellationToken);
            var deciding = DecideAsync(call, exchange);

            // The answer leaves in time, however long the events take.
            if (await Task.WhenAny(deciding, answer).ConfigureAwait(false) != deciding)
                CallrLog.SlowSink(logger, provider, call.Id);

            var response = await answer.ConfigureAwait(false);
            return InboundResponse.WithJson(response.ToUtf8Json());
        }
        catch (OperationCanceledException)
        {
            // The vendor has hung up on us: nobody reads this, and if it asks again, it finds the slot as it is.
            return InboundResponse.Busy;
        }
        finally
        {
            call.StopListening(exchange);
        }

        RealTimeResponse FallBack()
        {
            var response = call.FallBack(exchange, () => flows.HasFlowReturned(provider, call.Id), out var why);
            if (why is not null)
                CallrLog.HungUp(logger, provider, call.Id, why);

            return response;
        }
    }

    // Where the events are not taken now, the call is kept alive, and they are handed in with its next request.
    private async Task DecideAsync(RealTimeCall call, RealTimeExchange exchange)
    {
        try
        {
            if (await calls.HandInAsync(call).ConfigureAwait(false))
                call.Decide(exchange);
        }
        catch (Exception exception)
        {
            CallrLog.SinkFailed(logger, exception, provider, call.Id);
        }
    }
}

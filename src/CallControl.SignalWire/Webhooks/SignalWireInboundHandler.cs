using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>Takes the vendor's requests: for the document of a call (<c>POST .../swml</c>), of an answered one (<c>.../swml/answered</c>), and reports (<c>.../status</c>).</summary>
internal sealed class SignalWireInboundHandler(
    string provider,
    SignalWireRequestVerifier verifier,
    ReplySlots<SwmlDocument> slots,
    ICallEventSink sink,
    Func<SignalWireOptions> options,
    TimeProvider time,
    ILogger<SignalWireInboundHandler> logger) : IInboundHandler
{
    // The log of a conversation is the longest that events hold.
    public int MaxBodyBytes => 1024 * 1024;

    public async ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isFetch = request.Path is SignalWireAddresses.FetchPath or SignalWireAddresses.AnsweredPath;
        OperationId? operation = null;
        if (!isFetch && !SignalWireAddresses.TryReadStatus(request.Path, out operation))
            return InboundResponse.NotFound;

        if (request.Method != HttpMethod.Post.Method)
            return InboundResponse.MethodNotAllowed;

        if (!verifier.IsFromVendor(request, isFetch, out var problem))
            return InboundResponse.Untrusted(problem);

        if (!request.IsJson)
            return InboundResponse.UnsupportedMediaType;

        return isFetch
            ? await AnswerFetchAsync(request, cancellationToken).ConfigureAwait(false)
            : await TakeReportAsync(request, operation, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<InboundResponse> TakeReportAsync(InboundRequest request, OperationId? operation, CancellationToken cancellationToken)
    {
        if (!SignalWireEventParser.TryParse(request.Body, out var native, out var problem))
            return InboundResponse.Malformed(problem);

        var callEvent = SignalWireEventMapper.Map(native, operation, provider, request.Body, time.GetUtcNow());
        return await sink.AcceptAsync(callEvent, cancellationToken).ConfigureAwait(false) == EventReceipt.Busy ? InboundResponse.Busy : InboundResponse.Accepted;
    }

    private async ValueTask<InboundResponse> AnswerFetchAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        if (!SwmlFetchParser.TryParse(request.Body, out var fetch, out var problem))
            return InboundResponse.Malformed(problem);

        var call = fetch.Call;
        if (call == default)
            return InboundResponse.Malformed("The request for a document names no call.");

        if (request.Path == SignalWireAddresses.AnsweredPath)
        {
            // Whether there is room for the event or not: without a document the call would end.
            await sink.AcceptAsync(SignalWireEventMapper.MapAnswered(fetch, provider, request.Body, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            return Reply(SignalWireDocuments.KeepAlive);
        }

        var isInbound = SignalWireEventMapper.IsInbound(fetch);

        // Before the flow begins, which may decide at once.
        var slot = isInbound ? slots.Open(call, options().AnswerWindow) : null;
        var callEvent = SignalWireEventMapper.MapFetch(fetch, provider, request.Body, time.GetUtcNow());
        if (await sink.AcceptAsync(callEvent, cancellationToken).ConfigureAwait(false) == EventReceipt.Busy)
            return InboundResponse.Busy;

        // A call of ours is driven by commands.
        return slot is null ? Reply(SignalWireDocuments.KeepAlive) : await WaitAsync(slot, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InboundResponse> WaitAsync(ReplySlot<SwmlDocument> slot, CancellationToken cancellationToken)
    {
        try
        {
            return Reply(await slot.WaitAsync(Fallback, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The vendor has hung up on us: nobody reads this, and whoever asks again finds the slot as it is.
            return InboundResponse.Busy;
        }

        SwmlDocument Fallback()
        {
            var current = options();
            SignalWireLog.NotDecided(logger, provider, slot.Call, current.AnswerWindow);
            return current.FallbackDocument ?? SignalWireDocuments.Fallback;
        }
    }

    private static InboundResponse Reply(SwmlDocument document) => InboundResponse.WithJson(document.ToUtf8Json());
}

using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Takes the vendor's webhooks: <c>POST .../telnyx</c>, signed.</summary>
internal sealed class TelnyxInboundHandler(
    string provider, TelnyxWebhookVerifier verifier, TelnyxLegs legs, ICallEventSink sink, TimeProvider time) : IInboundHandler
{
    // The history of an assistant's conversation is the longest that events hold.
    public int MaxBodyBytes => 1024 * 1024;

    public async ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method != HttpMethod.Post.Method)
            return InboundResponse.MethodNotAllowed;

        if (!verifier.IsFromVendor(request, out var problem))
            return InboundResponse.Untrusted(problem);

        if (!request.IsJson)
            return InboundResponse.UnsupportedMediaType;

        if (!TelnyxEventParser.TryParse(request.Body, out var native, out problem))
            return InboundResponse.Malformed(problem);

        var callEvent = TelnyxEventMapper.Map(native, provider, request.Body, time.GetUtcNow());
        if (legs.Note(native) is { } failed
            && await sink.AcceptAsync(TelnyxEventMapper.MapFailedTransfer(callEvent, failed), cancellationToken).ConfigureAwait(false) == EventReceipt.Busy)
        {
            return InboundResponse.Busy;
        }

        var receipt = await sink.AcceptAsync(callEvent, cancellationToken).ConfigureAwait(false);
        return receipt == EventReceipt.Busy ? InboundResponse.Busy : InboundResponse.Accepted;
    }
}

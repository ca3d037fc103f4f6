using System.Security.Cryptography;
using System.Text;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Takes the gateway's webhooks: <c>POST .../session-gateway/{secret}</c>.</summary>
/// <remarks>The gateway does not sign. What stands in for a signature is a secret at the end of the address, which only the gateway was told.</remarks>
internal sealed class SessionGatewayInboundHandler(
    string provider, Func<SessionGatewayOptions> options, ICallEventSink sink, TimeProvider time) : IInboundHandler
{
    // A playback of 128 files with addresses of 2,048 characters, each named twice, is half of this.
    public int MaxBodyBytes => 1024 * 1024;

    public async ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsFromGateway(request.Path))
            return InboundResponse.Unauthorized;

        if (request.Method != HttpMethod.Post.Method)
            return InboundResponse.MethodNotAllowed;

        if (!request.IsJson)
            return InboundResponse.UnsupportedMediaType;

        if (!SessionGatewayEventParser.TryParse(request.Body, out var native, out var problem))
            return InboundResponse.Malformed(problem);

        var callEvent = SessionGatewayEventMapper.Map(native, provider, request.Body, time.GetUtcNow());
        var receipt = await sink.AcceptAsync(callEvent, cancellationToken).ConfigureAwait(false);
        return receipt == EventReceipt.Busy ? InboundResponse.Busy : InboundResponse.Accepted;
    }

    // Every secret is compared, each in constant time: how long it takes tells nothing about which one was nearly right.
    private bool IsFromGateway(string path)
    {
        var current = options();
        var given = Encoding.UTF8.GetBytes(path);
        var isRight = false;
        foreach (var secret in current.WebhookSecrets)
            isRight |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(secret));

        return isRight || (current.WebhookSecrets.Count == 0 && current.AllowUnsignedWebhooks);
    }
}

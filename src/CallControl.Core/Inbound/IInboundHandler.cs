namespace CallControl.Providers;

/// <summary>Takes a vendor's HTTP requests, whoever hosts them: verifies, parses, hands to the hub, and answers.</summary>
/// <remarks>Registered under the provider account's name. Thread-safe. Never throws for what the request holds.</remarks>
public interface IInboundHandler
{
    /// <summary>The largest body that the host should read, in bytes; a larger one is refused with 413 without being read.</summary>
    int MaxBodyBytes { get; }

    /// <summary>Handles a request.</summary>
    /// <param name="request">The request with its whole body.</param>
    /// <param name="cancellationToken">Cancelled when the vendor has hung up on us.</param>
    ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken);
}

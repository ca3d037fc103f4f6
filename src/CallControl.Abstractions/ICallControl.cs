namespace CallControl;

/// <summary>One provider account, in neutral words: starts things on calls and returns as soon as the provider has accepted them.</summary>
/// <remarks>
/// <para>
/// Thread-safe; one instance serves any number of calls. What a request asks for is checked against <see cref="Provider"/> and the vendor's
/// documented limits before anything is sent.
/// </para>
/// <para>
/// Every method that sends a command throws, besides what it documents: <see cref="RequestValidationException"/>,
/// <see cref="CapabilityNotSupportedException"/>, <see cref="CallEndedException"/>, <see cref="CommandRejectedException"/>,
/// <see cref="RateLimitedException"/>, <see cref="AuthenticationFailedException"/>, <see cref="ProviderUnavailableException"/>,
/// <see cref="ProviderProtocolException"/>. <see cref="CallControlException.Effect"/> tells what the command may have done all the same.
/// A cancelled token gives up waiting; the command may have been carried out.
/// </para>
/// </remarks>
public interface ICallControl
{
    /// <summary>Which account this is and what it can do.</summary>
    ProviderDescriptor Provider { get; }

    /// <summary>Places a call. Returns when the provider has taken the order, not when somebody answers: for that, wait for <see cref="CallAnswered"/>.</summary>
    Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default);

    /// <summary>Answers an inbound call.</summary>
    Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Refuses an inbound call that was not answered. Does nothing when it has ended already.</summary>
    Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends a call. Does nothing when it has ended already.</summary>
    Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Plays something to the far end.</summary>
    /// <remarks>What becomes of a playback that goes on already is the vendor's: the session gateway replaces it, Telnyx plays one after the other.</remarks>
    Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Collects keys or speech.</summary>
    Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default);

    /// <summary>Records the call.</summary>
    Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Streams the call's audio to a WebSocket of ours.</summary>
    Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Copies the call's packets to an address of ours.</summary>
    Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Joins the call with another.</summary>
    Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends the call on.</summary>
    Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends touch tones to the far end.</summary>
    Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default);

    /// <summary>The way past neutrality: the provider's own typed client.</summary>
    /// <param name="serviceType">For example the provider package's client interface.</param>
    /// <returns>The service, or null when this provider has none of that type.</returns>
    object? GetService(Type serviceType);
}

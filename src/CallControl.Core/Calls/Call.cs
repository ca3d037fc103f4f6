using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl;

/// <summary>One live call: what is known of it, and everything that can be done with it.</summary>
/// <remarks>
/// <para>
/// <c>Start...</c> methods return as soon as the provider has accepted the command, with an operation to control and to wait for. The short
/// forms (<c>PlayAsync</c>, <c>GatherAsync</c>, ...) start and wait: they return the result, or throw
/// <see cref="CallEndedException"/>, <see cref="OperationFailedException"/>, <see cref="OperationTimedOutException"/>, or, where something cut
/// short yields nothing, <see cref="OperationStoppedException"/>. Cancelling a short form throws <see cref="OperationCanceledException"/>; an
/// operation that the provider had accepted by then is stopped, where the provider can.
/// </para>
/// <para>Thread-safe. Nothing has to be disposed.</para>
/// </remarks>
public sealed class Call
{
    private readonly CallSession _session;
    private readonly ILogger _logger;

    internal Call(CallSession session, ICallControl control, ILogger logger)
    {
        _session = session;
        Control = control;
        _logger = logger;
    }

    /// <summary>The call's id at its provider.</summary>
    public CallId Id => _session.Key.Call;

    /// <summary>The provider account, for what this class has no method for.</summary>
    public ICallControl Control { get; }

    /// <summary>Which provider this is, and what it can do.</summary>
    public ProviderDescriptor Provider => Control.Provider;

    /// <summary>Who calls; empty before the provider said so.</summary>
    public CallParty From => _session.From;

    /// <summary>Which number or address was called; empty before the provider said so.</summary>
    public CallParty To => _session.To;

    /// <summary>Whether the call was answered, as far as the provider has said so.</summary>
    public bool IsAnswered => _session.IsAnswered;

    /// <summary>Whether the call is over.</summary>
    public bool HasEnded => _session.HasEnded;

    /// <summary>Ends when the call does, with how. Never faults, is never cancelled.</summary>
    public Task<CallEnded> Ended => _session.Ended;

    /// <summary>Cancelled when the call has ended.</summary>
    public CancellationToken EndedToken => _session.EndedToken;

    /// <summary>
    /// The call's events: first those that came before (a bounded number), then each as it comes; ends after <see cref="CallEnded"/>.
    /// May be read several times, at the same time too. A reader that is too slow loses the oldest events; that is counted and logged.
    /// </summary>
    public IAsyncEnumerable<CallEvent> Events => _session.ReadEventsAsync();

    /// <summary>Waits until the call is answered, at once if it is: what to do after placing a call.</summary>
    /// <param name="cancellationToken">Gives up waiting; the call goes on.</param>
    /// <exception cref="CallEndedException">The call ended without an answer.</exception>
    public async Task WaitForAnswerAsync(CancellationToken cancellationToken = default)
    {
        if (IsAnswered)
            return;

        await foreach (var callEvent in Events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (callEvent is CallAnswered)
                return;
        }

        throw new CallEndedException($"The call {Id} ended without an answer.", new ErrorContext { Provider = Provider.Name, Call = Id });
    }

    /// <summary>Answers the call and waits until the provider says that it is answered.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task AnswerAsync(CancellationToken cancellationToken = default) => AnswerAsync(new AnswerRequest(), cancellationToken);

    /// <inheritdoc cref="AnswerAsync(CancellationToken)"/>
    public async Task<AnswerResult> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await Control.AnswerAsync(Id, request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, stop: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refuses the call. Returns when the provider has taken the command; the end comes with <see cref="Ended"/>.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task RejectAsync(CancellationToken cancellationToken = default) => RejectAsync(new RejectRequest(), cancellationToken);

    /// <inheritdoc cref="RejectAsync(CancellationToken)"/>
    public Task RejectAsync(RejectRequest request, CancellationToken cancellationToken = default) =>
        EndAsync(() => Control.RejectAsync(Id, request, cancellationToken));

    /// <summary>Ends the call. Returns when the provider has taken the command; the end comes with <see cref="Ended"/>. Does nothing when the call is over.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task HangupAsync(CancellationToken cancellationToken = default) => HangupAsync(new HangupRequest(), cancellationToken);

    /// <inheritdoc cref="HangupAsync(CancellationToken)"/>
    public Task HangupAsync(HangupRequest request, CancellationToken cancellationToken = default) =>
        EndAsync(() => Control.HangupAsync(Id, request, cancellationToken));

    /// <summary>Plays something and waits until it has ended.</summary>
    public Task<PlaybackResult> PlayAsync(MediaSource source, CancellationToken cancellationToken = default) =>
        PlayAsync(new PlaybackRequest { Sources = [source] }, cancellationToken);

    /// <inheritdoc cref="PlayAsync(MediaSource, CancellationToken)"/>
    public async Task<PlaybackResult> PlayAsync(PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await StartPlaybackAsync(request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, CallFeature.PlaybackStop, cancellationToken, static () => new PlaybackResult()).ConfigureAwait(false);
    }

    /// <summary>Starts to play something.</summary>
    public Task<PlaybackOperation> StartPlaybackAsync(PlaybackRequest request, CancellationToken cancellationToken = default) =>
        Control.StartPlaybackAsync(Id, request, cancellationToken);

    /// <summary>Collects input and waits for it.</summary>
    public async Task<GatherResult> GatherAsync(GatherRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await StartGatherAsync(request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, CallFeature.GatherStop, cancellationToken, static () => new GatherResult()).ConfigureAwait(false);
    }

    /// <summary>Starts to collect input.</summary>
    public Task<GatherOperation> StartGatherAsync(GatherRequest request, CancellationToken cancellationToken = default) =>
        Control.StartGatherAsync(Id, request, cancellationToken);

    /// <summary>Records and waits until the recording is finished; somebody or something else must end it, such as a limit in the request.</summary>
    public async Task<RecordingResult> RecordAsync(RecordingRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await StartRecordingAsync(request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, CallFeature.RecordingStop, cancellationToken, static () => new RecordingResult()).ConfigureAwait(false);
    }

    /// <summary>Starts to record.</summary>
    public Task<RecordingOperation> StartRecordingAsync(CancellationToken cancellationToken = default) =>
        StartRecordingAsync(new RecordingRequest(), cancellationToken);

    /// <inheritdoc cref="StartRecordingAsync(CancellationToken)"/>
    public Task<RecordingOperation> StartRecordingAsync(RecordingRequest request, CancellationToken cancellationToken = default) =>
        Control.StartRecordingAsync(Id, request, cancellationToken);

    /// <summary>Starts to stream audio to a WebSocket of ours.</summary>
    public Task<StreamOperation> StartStreamAsync(StreamRequest request, CancellationToken cancellationToken = default) =>
        Control.StartStreamAsync(Id, request, cancellationToken);

    /// <summary>Starts to copy packets to an address of ours.</summary>
    public Task<ForkOperation> StartForkAsync(ForkRequest request, CancellationToken cancellationToken = default) =>
        Control.StartForkAsync(Id, request, cancellationToken);

    /// <summary>Joins this call with another and waits until they are joined.</summary>
    public Task<BridgeResult> BridgeAsync(Call other, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        return BridgeAsync(new BridgeRequest { With = other.Id }, cancellationToken);
    }

    /// <inheritdoc cref="BridgeAsync(Call, CancellationToken)"/>
    public async Task<BridgeResult> BridgeAsync(BridgeRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await Control.BridgeAsync(Id, request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, CallFeature.Unbridge, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts to join this call with another; the operation can take them apart again.</summary>
    public Task<BridgeOperation> StartBridgeAsync(BridgeRequest request, CancellationToken cancellationToken = default) =>
        Control.BridgeAsync(Id, request, cancellationToken);

    /// <summary>Sends the call on and waits until the destination has it.</summary>
    public Task<TransferResult> TransferAsync(Destination to, CancellationToken cancellationToken = default) =>
        TransferAsync(new TransferRequest { To = to }, cancellationToken);

    /// <inheritdoc cref="TransferAsync(Destination, CancellationToken)"/>
    public async Task<TransferResult> TransferAsync(TransferRequest request, CancellationToken cancellationToken = default)
    {
        var operation = await Control.TransferAsync(Id, request, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(operation, stop: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends touch tones.</summary>
    public Task SendDtmfAsync(string digits, CancellationToken cancellationToken = default) =>
        Control.SendDtmfAsync(Id, new DtmfRequest { Digits = digits }, cancellationToken);

    /// <summary>Provider and id.</summary>
    public override string ToString() => $"{Provider.Name} {Id}";

    // The end may be reported before the command is answered, and cancel the token that the command was given: that is success.
    private async Task EndAsync(Func<Task> send)
    {
        if (HasEnded)
            return;

        try
        {
            await send().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (HasEnded)
        {
        }
    }

    private async Task<TResult> ResultAsync<TResult>(
        CallOperation<TResult> operation, CallFeature? stop, CancellationToken cancellationToken, Func<TResult>? empty = null)
        where TResult : class
    {
        try
        {
            await operation.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!operation.Completion.IsCompleted)
        {
            await StopAsync(operation, stop).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            // Both at once, as when the caller hangs up: the outcome says more than the cancellation.
        }

        return operation.Completion.Result.Unwrap(operation, Provider.Name, empty);
    }

    // The provider's answer is waited for without the caller's token, which is cancelled already; the transport bounds the wait.
    private async Task StopAsync(CallOperation operation, CallFeature? stop)
    {
        if (HasEnded || stop is not { } feature || !Provider.Capabilities.Supports(feature))
            return;

        try
        {
            await operation.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.StopFailed(_logger, exception, Provider.Name, operation, Id);
        }
    }
}

using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Telnyx in neutral words.</summary>
/// <remarks>
/// A command's <c>command_id</c> is the operation's id. The vendor's events do not carry it: operations are registered before their commands are
/// sent, and find their events by kind, address or name, and order (<see cref="ExpectedMedia"/>, <see cref="GatherObserver"/>).
/// </remarks>
internal sealed class TelnyxCallControl : ICallControl
{
    /// <summary>The vendor's name, and the account's unless it is given another.</summary>
    public const string Vendor = "telnyx";

    private readonly ITelnyxCallsClient _client;
    private readonly IOperationRegistry _operations;
    private readonly TelnyxLegs _legs;
    private readonly Func<TelnyxOptions> _options;

    public TelnyxCallControl(
        string name,
        ITelnyxCallsClient client,
        IOperationRegistry operations,
        TelnyxLegs legs,
        Func<TelnyxOptions> options,
        OperationDeadlines deadlines)
    {
        _client = client;
        _operations = operations;
        _legs = legs;
        _options = options;
        Deadlines = deadlines;
        Provider = new ProviderDescriptor { Name = name, Vendor = Vendor, Capabilities = TelnyxCapabilities.All };
    }

    public ProviderDescriptor Provider { get; }

    public OperationDeadlines Deadlines { get; }

    public async Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, _options().ConnectionId, Provider);
        var leg = await _client.DialAsync(command, cancellationToken).ConfigureAwait(false);
        _legs.Remember(leg.CallControlId, leg.CallSessionId);
        return leg.CallControlId;
    }

    public async Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, Provider, call);
        var pending = Register<AnswerResult>(call, command, TelnyxAnswerOperation.Observe);
        await pending.SendAsync(token => _client.AnswerAsync(call, command, token), request.Deadline ?? Deadlines.Answer, cancellationToken).ConfigureAwait(false);
        return new TelnyxAnswerOperation(call, pending, this);
    }

    public Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return EndAsync(() => _client.RejectAsync(call, TelnyxRequests.ToCommand(request, Provider, call), cancellationToken));
    }

    public Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return EndAsync(() => _client.HangupAsync(call, TelnyxRequests.ToCommand(request, Provider, call), cancellationToken));
    }

    public async Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pieces = TelnyxRequests.ToPieces(request, _options().DefaultVoice, Provider, call);
        var playlist = new Playlist([.. pieces.Select(piece => piece.Media)], Deadlines.Margin);
        var deadline = request.Deadline ?? LongestOf(request, call);
        var pending = Register<PlaybackResult>(call, pieces[0].Command, playlist.Observe, lingers: true);
        await pending.SendAsync(token => QueueAsync(call, pieces, playlist, pending, token), deadline, cancellationToken).ConfigureAwait(false);
        return new TelnyxPlayback(call, pending, playlist, _client, _operations, Provider, Deadlines);
    }

    public async Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = TelnyxRequests.ToForm(request, _options().DefaultVoice, Provider, call);
        var longest = (request.Prompt.Count == 0 ? TimeSpan.Zero : Deadlines.Playback) + form.CollectingTime + Deadlines.Margin;
        var observer = new GatherObserver(form.GatherId, form.Prompts, form.Tries, request.Digits?.Terminators);
        var replaced = _operations.Pending(Provider.Name, call).OfType<PendingOperation<GatherResult>>()
            .Where(each => each.Successor is null)
            .Select(each => (each, each.IsCutShort))
            .ToArray();
        var pending = Register<GatherResult>(call, form.Command, observer.Observe, lingers: true);
        Replace(replaced, pending);
        try
        {
            await pending.SendAsync(token => GatherAsync(call, form.Command, token), request.Deadline ?? longest, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Also where it may have been carried out: then the other ends as cancelled, which it takes anyway.
            Replace(replaced, null);
            throw;
        }

        foreach (var (operation, _) in replaced)
            operation.ExpectEndWithin(Deadlines.Margin);

        return new TelnyxGather(call, pending, _client, Deadlines);
    }

    public async Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, Provider, call);
        var pending = Register<RecordingResult>(call, command, TelnyxRecording.Observe);
        var deadline = request.Deadline ?? (request.MaxDuration is { } length ? length + Deadlines.Margin + TelnyxRecording.StoringAllowance : Deadlines.OpenEnded);
        await pending.SendAsync(token => _client.StartRecordingAsync(call, command, token), deadline, cancellationToken).ConfigureAwait(false);
        return new TelnyxRecording(call, pending, _client, Deadlines);
    }

    public async Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, Provider, call);
        var expected = new ExpectedMedia(MediaKind.Stream, request.Url.OriginalString);
        var observe = LiveMedia.Follow(expected, length => new StreamResult { Duration = length });
        var pending = Register(call, command, observe, lingers: true);
        await pending.SendAsync(token => _client.StartStreamingAsync(call, command, token), request.Deadline ?? Deadlines.OpenEnded, cancellationToken).ConfigureAwait(false);
        return new TelnyxStream(call, pending, _client, Deadlines);
    }

    public async Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, Provider, call);
        var observe = LiveMedia.Follow(new ExpectedMedia(MediaKind.Fork), length => new ForkResult { Duration = length });
        var pending = Register(call, command, observe, lingers: true);
        await pending.SendAsync(token => _client.StartForkAsync(call, command, token), request.Deadline ?? Deadlines.OpenEnded, cancellationToken).ConfigureAwait(false);
        return new TelnyxFork(call, pending, _client, Deadlines);
    }

    public async Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = TelnyxRequests.ToCommand(request, Provider, call);
        var pending = Register(call, command, TelnyxBridge.Follow(request.With), lingers: true);
        PendingOperation<BridgeResult> far;
        try
        {
            far = Register(request.With, command, TelnyxBridge.Follow(call), lingers: true);
        }
        catch
        {
            pending.Abandon();
            throw;
        }

        _ = TelnyxBridge.JoinAsync(pending, far);
        var deadline = request.Deadline ?? Deadlines.Connect;
        await pending.SendAsync(token => _client.BridgeAsync(call, command, token), deadline, cancellationToken).ConfigureAwait(false);
        far.ExpectEndWithin(deadline);
        return new TelnyxBridge(call, pending, Provider);
    }

    public Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == TransferMethod.Refer ? ReferAsync(call, request, cancellationToken) : TransferByDialAsync(call, request, cancellationToken);
    }

    public async Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _client.SendDtmfAsync(call, TelnyxRequests.ToCommand(request, Provider, call), cancellationToken).ConfigureAwait(false);
    }

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(_client) ? _client : serviceType.IsInstanceOfType(this) ? this : null;
    }

    private async Task<TransferOperation> TransferByDialAsync(CallId call, TransferRequest request, CancellationToken cancellationToken)
    {
        var command = TelnyxRequests.ToTransfer(request, Provider, call);
        var leg = new TelnyxTransferLeg(call, command.CommandId, command.To);
        var pending = Register(call, command, TelnyxTransfer.FollowDial(leg));
        _legs.Expect(leg);
        _ = ForgetAtEndAsync(leg, pending.Completion);
        var deadline = request.Deadline ?? (request.RingTimeout ?? TimeSpan.Zero) + Deadlines.Connect;
        try
        {
            await pending.SendAsync(token => _client.TransferAsync(call, command, token), deadline, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Before whoever asked goes on: a transfer that was not begun is not reported as failed.
            _legs.Forget(leg);
            throw;
        }

        return new TelnyxTransfer(call, pending, leg, this);
    }

    private async Task<TransferOperation> ReferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken)
    {
        var command = TelnyxRequests.ToRefer(request, Provider, call);
        var pending = Register<TransferResult>(call, command, TelnyxTransfer.FollowRefer);
        await pending.SendAsync(token => _client.ReferAsync(call, command, token), request.Deadline ?? Deadlines.Connect, cancellationToken).ConfigureAwait(false);
        return new TelnyxTransfer(call, pending, leg: null, this);
    }

    private async Task ForgetAtEndAsync(TelnyxTransferLeg leg, Task completion)
    {
        await completion.ConfigureAwait(false);
        _legs.Forget(leg);
    }

    // In the order of the list: the vendor queues them as they come. When one is refused, those before it are played all the same: the playback
    // is on, and fails when they are over.
    private async Task QueueAsync(
        CallId call, IReadOnlyList<PlaybackPiece> pieces, Playlist playlist, PendingOperation<PlaybackResult> pending, CancellationToken cancellationToken)
    {
        var queued = 0;
        try
        {
            for (; queued < pieces.Count; queued++)
                await QueueAsync(call, pieces[queued].Command, cancellationToken).ConfigureAwait(false);
        }
        catch (CallControlException exception) when (queued > 0 && exception is not CallEndedException)
        {
            var failure = new OperationFailure { Code = exception.Error?.Code, Message = $"Sources[{queued}] was not taken: {exception.Message}" };
            if (playlist.CutAfter(queued, failure) is { } outcome)
                pending.TryEnd(outcome);
        }
    }

    private Task<CommandResult> QueueAsync(CallId call, TelnyxCallCommand command, CancellationToken cancellationToken) => command is SpeakCommand speech
        ? _client.SpeakAsync(call, speech, cancellationToken)
        : _client.StartPlaybackAsync(call, (StartPlaybackCommand)command, cancellationToken);

    // Each piece has the patience for one, and as much for each playback that is queued before it.
    private TimeSpan LongestOf(PlaybackRequest request, CallId call)
    {
        if (request.Repeat is not { } times)
            return Deadlines.OpenEnded;

        var before = _operations.Pending(Provider.Name, call).Count(each => each is PendingOperation<PlaybackResult>);
        var pieces = ((long)times * request.Sources.Count) + before;
        return TimeSpan.FromTicks((long)Math.Min(Deadlines.OpenEnded.Ticks, (double)Deadlines.Playback.Ticks * pieces));
    }

    private Task<CommandResult> GatherAsync(CallId call, TelnyxGatherCommand command, CancellationToken cancellationToken) => command switch
    {
        GatherUsingAudioCommand played => _client.GatherUsingAudioAsync(call, played, cancellationToken),
        GatherUsingSpeakCommand spoken => _client.GatherUsingSpeakAsync(call, spoken, cancellationToken),
        _ => _client.GatherAsync(call, (GatherCommand)command, cancellationToken),
    };

    // A call gathers one input at a time. One that was stopped, and whose end has not come, is replaced as well: the end of the next must not be its own.
    private static void Replace((PendingOperation<GatherResult> Operation, bool WasCutShort)[] replaced, PendingOperation? successor)
    {
        foreach (var (operation, wasCutShort) in replaced)
        {
            operation.Successor = successor;
            operation.IsCutShort = wasCutShort || successor is not null;
        }
    }

    // A call that is over is what was wanted.
    private static async Task EndAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // It has happened already.
        }
    }

    private PendingOperation<TResult> Register<TResult>(
        CallId call,
        TelnyxCallCommand command,
        Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe,
        bool lingers = false)
        where TResult : class =>
        _operations.Register(Provider.Name, call, command.CommandId, PendingOperation.SendingAllowance, observe, lingers);
}

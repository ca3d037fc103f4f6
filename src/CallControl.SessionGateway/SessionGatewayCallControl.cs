using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SessionGateway;

/// <summary>The session gateway in neutral words.</summary>
/// <remarks>
/// A command's <c>command_uid</c> is the operation's id, and registered before the command is sent: the gateway's answer does not repeat it,
/// and its events may come first. A <c>command.result</c> without success is no failure of a deferred command, for which it may only mean that
/// two seconds have passed (<see cref="SessionGatewayEventMapper"/>).
/// </remarks>
internal sealed class SessionGatewayCallControl : ICallControl
{
    /// <summary>The vendor's name, and the account's unless it is given another.</summary>
    public const string Vendor = "session-gateway";

    private readonly ISessionGatewayClient _client;
    private readonly IOperationRegistry _operations;
    private readonly OperationDeadlines _deadlines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public SessionGatewayCallControl(
        string name,
        ISessionGatewayClient client,
        IOperationRegistry operations,
        OperationDeadlines deadlines,
        TimeProvider time,
        ILogger<SessionGatewayCallControl> logger)
    {
        _client = client;
        _operations = operations;
        _deadlines = deadlines;
        _time = time;
        _logger = logger;
        Provider = new ProviderDescriptor { Name = name, Vendor = Vendor, Capabilities = SessionGatewayCapabilities.All };
    }

    public ProviderDescriptor Provider { get; }

    public Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<CallId>(Provider.Refusal(CallFeature.Dial));

    public async Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SessionGatewayRequests.Check(request, Provider, call);
        var command = new AnswerCommand { AdditionalProperties = request.AdditionalProperties };
        var pending = Register<AnswerResult>(call, command, SessionGatewayAnswer.Observe);
        await SendAsync(pending, _client.AnswerAsync(call, command, cancellationToken), request.Deadline ?? _deadlines.Answer).ConfigureAwait(false);
        return new SessionGatewayAnswer(call, pending, this);
    }

    public Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HangupAsync(call, request.Cause, request, cancellationToken);
    }

    public Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HangupAsync(call, request.Cause, request, cancellationToken);
    }

    public Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SessionGatewayRequests.IsSilence(request)
            ? StartSilenceAsync(call, request, cancellationToken)
            : StartFilesAsync(call, request, cancellationToken);
    }

    public async Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = SessionGatewayRequests.ToCommand(request, Provider, call);
        var replacement = Replace(call, command);
        var deadline = request.Deadline ?? _deadlines.Playback + SessionGatewayRequests.CollectingTime(command) + _deadlines.Margin;
        var pending = Register<GatherResult>(call, command, new SessionGatewayGather.Observer(command).Observe);
        await SendAsync(pending, _client.PlayAndGetDigitsAsync(call, command, cancellationToken), deadline, replacement).ConfigureAwait(false);
        return new SessionGatewayGather(call, pending, Provider);
    }

    public async Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SessionGatewayRequests.Check(request, Provider, call);
        var command = new StartRecordingCommand { AdditionalProperties = request.AdditionalProperties };
        var pending = Register<RecordingResult>(call, command, SessionGatewayRecording.Observe);
        await SendAsync(pending, _client.StartRecordingAsync(call, command, cancellationToken), request.Deadline ?? _deadlines.OpenEnded).ConfigureAwait(false);
        return new SessionGatewayRecording(call, pending, _client, Provider, _deadlines);
    }

    public Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<StreamOperation>(Provider.Refusal(CallFeature.Stream, call));

    public Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<ForkOperation>(Provider.Refusal(CallFeature.Fork, call));

    public async Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        SessionGatewayRequests.Check(request, Provider, call);
        var room = new SessionGatewayBridgeRoom(call, request, Provider.Name, _client, _operations, _deadlines, _time, _logger);
        await room.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new SessionGatewayBridge(room);
    }

    public Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<TransferOperation>(
            Provider.Refusal(request is { Method: TransferMethod.Refer } ? CallFeature.TransferRefer : CallFeature.Transfer, call));

    public Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException(Provider.Refusal(CallFeature.DtmfSend, call));

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(_client) ? _client : serviceType.IsInstanceOfType(this) ? this : null;
    }

    private async Task HangupAsync(CallId call, HangupCause cause, CallRequest request, CancellationToken cancellationToken)
    {
        var command = SessionGatewayRequests.ToHangup(cause, request, Provider, call);
        try
        {
            await _client.HangupAsync(call, command, cancellationToken).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // What was wanted has happened already.
        }
    }

    private async Task<PlaybackOperation> StartFilesAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken)
    {
        var command = SessionGatewayRequests.ToCommand(request, Provider, call);
        var replacement = Replace(call, command);
        var pending = Register<PlaybackResult>(call, command, SessionGatewayPlayback.Observe);
        await SendAsync(pending, _client.StartPlaybackAsync(call, command, cancellationToken), request.Deadline ?? _deadlines.Playback, replacement)
            .ConfigureAwait(false);
        replacement.Expect(_deadlines.Margin);
        return new SessionGatewayPlayback(call, pending, isSilence: false, _client, Provider, _deadlines);
    }

    private async Task<PlaybackOperation> StartSilenceAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken)
    {
        SessionGatewayRequests.CheckSilence(request, Provider, call);
        var command = new PlaySilenceCommand { AdditionalProperties = request.AdditionalProperties };
        var replacement = Replace(call, command);
        var pending = Register<PlaybackResult>(call, command, SessionGatewayPlayback.Observe);
        await SendAsync(pending, _client.PlaySilenceAsync(call, command, cancellationToken), request.Deadline ?? _deadlines.OpenEnded, replacement)
            .ConfigureAwait(false);
        replacement.Expect(_deadlines.Margin);
        return new SessionGatewayPlayback(call, pending, isSilence: true, _client, Provider, _deadlines);
    }

    // Whether a gather stops what plays, too, is not documented; what plays is taken to be cut short then, but not expected to end soon.
    private Replacement Replace(CallId call, SessionCommand command)
    {
        var replacement = new Replacement(_operations, Provider.Name, call, command.CommandUid);
        command.BeforeSending = replacement;
        return replacement;
    }

    private PendingOperation<TResult> Register<TResult>(
        CallId call, SessionCommand command, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe)
        where TResult : class =>
        _operations.Register(Provider.Name, call, command.CommandUid, PendingOperation.SendingAllowance, observe);

    private static async Task SendAsync(PendingOperation pending, Task<CommandAccepted> sent, TimeSpan deadline, Replacement? replacement = null)
    {
        try
        {
            await sent.ConfigureAwait(false);
            pending.ExpectEndWithin(deadline);
        }
        catch (Exception exception)
        {
            pending.Abandon();
            if (exception is CallControlException { Effect: not CommandEffect.Unknown })
                replacement?.Undo();

            throw;
        }
    }
}

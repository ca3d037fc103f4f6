using System.Globalization;
using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>SignalWire in neutral words.</summary>
/// <remarks>
/// A command's <c>control_id</c> is the operation's id, and comes back in the vendor's reports. Where a report has none (connect, refer, conferences), the operation is
/// the last part of the address that it is sent to. An inbound call waits for a document: <see cref="ReplySlots{TReply}"/>.
/// </remarks>
internal sealed class SignalWireCallControl : ICallControl
{
    /// <summary>The vendor's name, and the account's unless it is given another.</summary>
    public const string Vendor = "signalwire";

    private readonly ISignalWireCallingClient _client;
    private readonly IOperationRegistry _operations;
    private readonly ReplySlots<SwmlDocument> _slots;
    private readonly SignalWireAddresses _addresses;
    private readonly OperationDeadlines _deadlines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public SignalWireCallControl(
        string name,
        ISignalWireCallingClient client,
        IOperationRegistry operations,
        ReplySlots<SwmlDocument> slots,
        SignalWireAddresses addresses,
        OperationDeadlines deadlines,
        TimeProvider time,
        ILogger<SignalWireCallControl> logger)
    {
        _client = client;
        _operations = operations;
        _slots = slots;
        _addresses = addresses;
        _deadlines = deadlines;
        _time = time;
        _logger = logger;
        Provider = new ProviderDescriptor { Name = name, Vendor = Vendor, Capabilities = SignalWireCapabilities.All };
    }

    public ProviderDescriptor Provider { get; }

    public async Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = SignalWireRequests.ToCommand(request, _addresses, Provider);
        var leg = await _client.DialAsync(command, cancellationToken).ConfigureAwait(false);
        return leg.Id;
    }

    public async Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var document = SignalWireDocuments.Answer(SignalWireRequests.ToAnswer(request, Provider, call), _addresses);
        if (!_slots.TryFind(call, out var slot))
            throw Rejected(call, "The vendor does not wait for a document of this call: it did not ask this process for one, or asked long ago.");

        var pending = Register<AnswerResult>(call, NewId(), SignalWireAnswerOperation.Observe);
        var deadline = request.Deadline ?? _deadlines.Answer;
        if (slot.TryFill(document))
        {
            pending.ExpectEndWithin(deadline);
        }
        else if (slot.TryGetReply(out var decided) && SignalWireDocuments.IsConnect(decided))
        {
            // A transfer that came first has failed, or is given up.
            await pending.SendAsync(token => _client.TransferAsync(call, new TransferCommand { Dest = document }, token), deadline, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            pending.Abandon();
            throw slot.IsGivenUp || decided is null ? GivenUp(call) : Rejected(call, "It was decided already what becomes of it.");
        }

        return new SignalWireAnswerOperation(call, pending, this);
    }

    public async Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (step, command) = SignalWireRequests.ToReject(request, Provider, call);
        await EndAsync(call, SignalWireDocuments.HangUp(step), command, cancellationToken).ConfigureAwait(false);
    }

    public async Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (step, command) = SignalWireRequests.ToHangup(request, Provider, call);
        await EndAsync(call, SignalWireDocuments.HangUp(step), command, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = SignalWireRequests.ToCommand(request, _addresses, Provider, call);
        var pending = Register<PlaybackResult>(call, command.ControlId, SignalWirePlayback.Observe);
        await pending.SendAsync(token => _client.PlayAsync(call, command, token), request.Deadline ?? LongestOf(request), cancellationToken).ConfigureAwait(false);
        return new SignalWirePlayback(call, pending, _client, Provider, _deadlines);
    }

    public async Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = SignalWireRequests.ToForm(request, _addresses, Provider, call);
        var observer = new GatherObserver(request.Digits?.Min ?? 1);
        var deadline = request.Deadline ?? (form.Prompt is null ? TimeSpan.Zero : _deadlines.Playback) + form.CollectingTime + _deadlines.Margin;
        var pending = Register<GatherResult>(call, form.Collect.ControlId, observer.Observe);
        if (form.Prompt is not { } prompt)
        {
            await pending.SendAsync(token => _client.CollectAsync(call, form.Collect, token), deadline, cancellationToken).ConfigureAwait(false);
            _ = observer.SettleAsync(pending, _time);
            return new SignalWireGather(call, pending, prompt: null, _client, _deadlines);
        }

        GatherPrompt? conductor = null;
        TimeSpan? afterwards = request.Deadline is null ? form.CollectingTime + _deadlines.Margin : null;
        await pending.SendAsync(
            async token => conductor = await StartPromptedAsync(call, form.Collect, prompt, pending, observer, afterwards, token).ConfigureAwait(false), deadline, cancellationToken)
            .ConfigureAwait(false);
        _ = observer.SettleAsync(pending, _time);
        _ = conductor!.ConductAsync();
        return new SignalWireGather(call, pending, conductor, _client, _deadlines);
    }

    public async Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = SignalWireRequests.ToCommand(request, _addresses, Provider, call);
        var pending = Register<RecordingResult>(call, command.ControlId, SignalWireRecording.Observe);
        var deadline = request.Deadline ?? (request.MaxDuration is { } length ? length + _deadlines.Margin : _deadlines.OpenEnded);
        await pending.SendAsync(token => _client.RecordAsync(call, command, token), deadline, cancellationToken).ConfigureAwait(false);
        return new SignalWireRecording(call, pending, _client, _deadlines);
    }

    public async Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = SignalWireRequests.ToCommand(request, _addresses, Provider, call);
        var pending = Register(call, command.ControlId, LiveMedia.Follow(length => new StreamResult { Duration = length }));
        await pending.SendAsync(token => _client.StreamAsync(call, command, token), request.Deadline ?? _deadlines.OpenEnded, cancellationToken).ConfigureAwait(false);
        return new SignalWireStream(call, pending, _client, _deadlines);
    }

    public async Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var commands = SignalWireRequests.ToCommands(request, _addresses, Provider, call);
        var deadline = request.Deadline ?? _deadlines.OpenEnded;
        var taps = new List<PendingOperation<ForkResult>>(commands.Count);
        try
        {
            foreach (var command in commands)
            {
                var tap = Register(call, command.ControlId, LiveMedia.Follow(length => new ForkResult { Duration = length }));
                await tap.SendAsync(token => _client.TapAsync(call, command, token), deadline, cancellationToken).ConfigureAwait(false);
                taps.Add(tap);
            }
        }
        catch (Exception exception)
        {
            // One direction without the other was not asked for.
            if (taps.Count > 0)
                await StopQuietlyAsync(new SignalWireFork(call, taps, _client, _deadlines)).ConfigureAwait(false);

            if (MayBeOn(exception) && taps.Count < commands.Count)
                await QuietlyAsync(call, () => _client.StopTapAsync(call, new StopTapCommand { ControlId = commands[taps.Count].ControlId })).ConfigureAwait(false);

            throw;
        }

        return new SignalWireFork(call, taps, _client, _deadlines);
    }

    public async Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = NewId();
        var (nearCommand, farCommand) = SignalWireRequests.ToCommands(request, id, _addresses, Provider, call);
        DemandDecided(call);
        DemandDecided(request.With);
        var near = new BridgeLeg();
        var far = new BridgeLeg();
        near.Register(observe => Register(call, id, observe));
        try
        {
            far.Register(observe => Register(request.With, id, observe));
        }
        catch
        {
            near.Pending.Abandon();
            throw;
        }

        var deadline = request.Deadline ?? _deadlines.Connect;
        var bridge = SignalWireBridge.Watch(near, far, _deadlines.OpenEnded, _client, Provider.Name, _logger);
        try
        {
            await SendAsync(near, nearCommand, deadline, cancellationToken).ConfigureAwait(false);
            await SendAsync(far, farCommand, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await StopQuietlyAsync(bridge).ConfigureAwait(false);
            near.Pending.Abandon();
            far.Pending.Abandon();
            throw;
        }

        return bridge;
    }

    public Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == TransferMethod.Refer ? ReferAsync(call, request, cancellationToken) : ConnectAsync(call, request, cancellationToken);
    }

    public Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException(Provider.Refusal(CallFeature.DtmfSend, call));

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(_client) ? _client : serviceType.IsInstanceOfType(this) ? this : null;
    }

    // The keys that are pressed during the prompt are to count: input is collected before anything is played.
    private async Task<GatherPrompt> StartPromptedAsync(
        CallId call,
        CollectCommand collect,
        PlayCommand prompt,
        PendingOperation<GatherResult> pending,
        GatherObserver observer,
        TimeSpan? afterwards,
        CancellationToken cancellationToken)
    {
        var playing = Register<PlaybackResult>(call, prompt.ControlId, SignalWirePlayback.Observe);
        try
        {
            await _client.CollectAsync(call, collect, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            playing.Abandon();

            // Its time-outs were never started: it would never end by itself.
            if (MayBeOn(exception))
                await QuietlyAsync(call, () => _client.StopCollectAsync(call, new StopCollectCommand { ControlId = collect.ControlId })).ConfigureAwait(false);

            throw;
        }

        try
        {
            await playing.SendAsync(token => _client.PlayAsync(call, prompt, token), _deadlines.Playback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await StopQuietlyAsync(new SignalWireGather(call, pending, prompt: null, _client, _deadlines)).ConfigureAwait(false);
            if (MayBeOn(exception))
                await QuietlyAsync(call, () => _client.StopPlayAsync(call, new StopPlayCommand { ControlId = prompt.ControlId })).ConfigureAwait(false);

            throw;
        }

        return new GatherPrompt(pending, playing, observer.InputBegan, afterwards, _client, _deadlines, Provider.Name, _logger);
    }

    private async Task SendAsync(BridgeLeg leg, TransferCommand command, TimeSpan deadline, CancellationToken cancellationToken)
    {
        leg.IsSent = true;
        try
        {
            await _client.TransferAsync(leg.Pending.Call, command, cancellationToken).ConfigureAwait(false);
            leg.Pending.ExpectEndWithin(deadline);
        }
        catch (Exception exception)
        {
            // What it runs is left alone where it cannot have been replaced.
            leg.IsSent = MayBeOn(exception);
            throw;
        }
    }

    // An inbound call that nobody has decided about is connected by the document it waits for, without being answered first.
    private async Task<TransferOperation> ConnectAsync(CallId call, TransferRequest request, CancellationToken cancellationToken)
    {
        var id = NewId();
        cancellationToken.ThrowIfCancellationRequested();
        var isWaiting = _slots.TryFind(call, out var slot) && slot.IsOpen;
        var connect = SignalWireRequests.ToConnect(request, isWaiting, id, _addresses, Provider, call);
        var document = SignalWireDocuments.Connect(connect);
        var pending = Register<TransferResult>(call, id, SignalWireTransfer.Observe);
        var deadline = request.Deadline ?? (request.RingTimeout ?? TimeSpan.Zero) + _deadlines.Connect;
        if (isWaiting && slot!.TryFill(document))
            pending.ExpectEndWithin(deadline);
        else
            await pending.SendAsync(token => _client.TransferAsync(call, new TransferCommand { Dest = document }, token), deadline, cancellationToken).ConfigureAwait(false);

        return new SignalWireTransfer(call, pending, isRefer: false, _client, Provider, _deadlines);
    }

    private async Task<TransferOperation> ReferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken)
    {
        var id = NewId();
        var command = SignalWireRequests.ToRefer(request, id, _addresses, Provider, call);
        DemandDecided(call);
        var pending = Register<TransferResult>(call, id, SignalWireTransfer.Observe);
        await pending.SendAsync(token => _client.ReferAsync(call, command, token), request.Deadline ?? _deadlines.Connect, cancellationToken).ConfigureAwait(false);
        return new SignalWireTransfer(call, pending, isRefer: true, _client, Provider, _deadlines);
    }

    // By the document that the vendor waits for, else by a command. A call that is over is what was wanted.
    private async Task EndAsync(CallId call, SwmlDocument document, EndCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_slots.TryFind(call, out var slot) && slot.TryFill(document))
            return;

        try
        {
            await _client.EndAsync(call, command, cancellationToken).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // It has happened already.
        }
    }

    private Task StopQuietlyAsync(CallOperation operation) => QuietlyAsync(operation.Call, () => operation.StopAsync(CancellationToken.None));

    // What is undone is half of something that has failed: that is told, and this is not.
    private async Task QuietlyAsync(CallId call, Func<Task> undo)
    {
        try
        {
            await undo().ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // Nothing of it is left.
        }
        catch (CallControlException exception)
        {
            SignalWireLog.HalfLeft(_logger, exception, Provider.Name, call);
        }
    }

    // Whether a command may have been carried out though it failed.
    private static bool MayBeOn(Exception exception) => exception is not CallControlException { Effect: CommandEffect.NotSent or CommandEffect.NotApplied };

    // As long as each source may take, as often as all are played.
    private TimeSpan LongestOf(PlaybackRequest request) => request.Repeat is { } times && !SignalWireRequests.IsEndless(request)
        ? TimeSpan.FromTicks((long)Math.Min(_deadlines.OpenEnded.Ticks, (double)_deadlines.Playback.Ticks * times * request.Sources.Count))
        : _deadlines.OpenEnded;

    private CommandRejectedException Rejected(CallId call, string why) =>
        new($"The command for the call {call} was not sent. {why}", Context(call));

    // Not ours any more: whoever conducts the call is to let it be, as a call that is over.
    private CallEndedException GivenUp(CallId call) =>
        new($"Nobody decided in time about the call {call}: the vendor was given the fallback document, and does what that says.", Context(call));

    private ErrorContext Context(CallId call) => new() { Provider = Provider.Name, Call = call, Effect = CommandEffect.NotSent };

    // A call that waits for its document has none that could be replaced.
    private void DemandDecided(CallId call)
    {
        if (_slots.TryFind(call, out var slot) && slot.IsOpen)
            throw Rejected(call, "It was not answered yet.");
    }

    private PendingOperation<TResult> Register<TResult>(
        CallId call, OperationId id, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe)
        where TResult : class =>
        _operations.Register(Provider.Name, call, id, PendingOperation.SendingAllowance, observe);

    private static OperationId NewId() => new(Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture));
}

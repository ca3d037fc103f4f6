using System.Globalization;
using System.Security.Cryptography;
using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.Callr;

/// <summary>CALLR Real-Time in neutral words.</summary>
/// <remarks>
/// The vendor asks, and our answer is the command: see <see cref="RealTimeCall"/>. An operation is accepted when its first command was given to the vendor, which is when those
/// before it are over; it ends with the vendor's report on its last one.
/// </remarks>
internal sealed class CallrCallControl : ICallControl
{
    /// <summary>The vendor's name, and the account's unless it is given another.</summary>
    public const string Vendor = "callr";

    private const int AnswerSeconds = 1;

    // A call that is alone in a conference is told at once that it is, if it was there in time.
    private static readonly TimeSpan AlonePatience = TimeSpan.FromSeconds(5);

    private readonly ICallrClient _client;
    private readonly CallrRealTimeClient _realTime;
    private readonly RealTimeCalls _calls;
    private readonly AudioFetcher _audio;
    private readonly IOperationRegistry _operations;
    private readonly Func<CallrOptions> _options;
    private readonly OperationDeadlines _deadlines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public CallrCallControl(
        string name,
        ICallrClient client,
        CallrRealTimeClient realTime,
        RealTimeCalls calls,
        AudioFetcher audio,
        IOperationRegistry operations,
        Func<CallrOptions> options,
        OperationDeadlines deadlines,
        TimeProvider time,
        ILogger<CallrCallControl> logger)
    {
        _client = client;
        _realTime = realTime;
        _calls = calls;
        _audio = audio;
        _operations = operations;
        _options = options;
        _deadlines = deadlines;
        _time = time;
        _logger = logger;
        Provider = new ProviderDescriptor { Name = name, Vendor = Vendor, Capabilities = CallrCapabilities.All };
    }

    public ProviderDescriptor Provider { get; }

    public async Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (command, detection) = CallrRequests.ToCommand(request, _options(), Provider);
        var id = new CallId(await _client.StartCallAsync(command, cancellationToken).ConfigureAwait(false));
        var call = _calls.Expect(id);

        // Before anybody else knows the call: its turn is the first.
        if (detection is not null)
            _ = DetectAsync(call, detection);

        return id;
    }

    public async Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CallrRequests.CheckEmpty(request, Provider, call);
        var live = _realTime.Find(call);
        var pending = Register<AnswerResult>(call, CallrAnswerOperation.Observe);
        if (live.IsAnswered)
        {
            pending.TryEnd(OperationOutcome.Completed(new AnswerResult()));
        }
        else
        {
            await SendAsync(live, pending, [new WaitCommand { Seconds = AnswerSeconds }], describe: null, request.Deadline ?? _deadlines.Answer, cancellationToken)
                .ConfigureAwait(false);
        }

        return new CallrAnswerOperation(call, pending, this);
    }

    public async Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CallrRequests.Check(request, Provider, call);
        if (!_calls.TryFind(call, out var live))
            return;

        // The short waits that keep a call alive while its flow thinks are no answer of anybody's.
        if (live is { IsAnswered: true, IsConducted: true })
            throw new CommandRejectedException($"The call {call} was answered already: hang it up.", Context(call));

        await EndAsync(live, cancellationToken).ConfigureAwait(false);
    }

    public async Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CallrRequests.Check(request, Provider, call);

        // A call that is over is what was wanted.
        if (_calls.TryFind(call, out var live))
            await EndAsync(live, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var steps = CallrRequests.ToSteps(request, _options(), Provider, call);
        var live = _realTime.Find(call);
        var commands = await FetchAsync(steps, cancellationToken).ConfigureAwait(false);
        if (request.AdditionalProperties is { Count: > 0 } additional)
            commands = [commands[0] with { AdditionalProperties = additional }];

        var times = request.Repeat ?? 1;
        var pending = Register<PlaybackResult>(call, CallrPlayback.Observe);
        await SendAsync(
            live,
            pending,
            Enumerable.Repeat(commands, times).SelectMany(each => each),
            CallrEventMapper.Playback,
            request.Deadline ?? Multiply(_deadlines.Playback, (double)times * commands.Count),
            cancellationToken).ConfigureAwait(false);
        return new CallrPlayback(call, pending, Provider);
    }

    public async Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = CallrRequests.ToForm(request, _options(), Provider, call);
        var live = _realTime.Find(call);
        var commands = await FetchAsync(form.Before, cancellationToken).ConfigureAwait(false);
        var pending = Register<GatherResult>(call, CallrGather.Observe);
        var turn = new GatherTurn(pending.Id, form, commands) { Describe = form.Describe, IsWanted = () => !pending.HasEnded, GoesOn = () => !pending.HasEnded };
        await pending.SendAsync(token => live.RunAsync(turn, token), request.Deadline ?? LongestOf(form), cancellationToken).ConfigureAwait(false);
        return new CallrGather(call, pending, Provider);
    }

    public async Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = CallrRequests.ToCommand(request, Provider, call);
        var live = _realTime.Find(call);
        var pending = Register<RecordingResult>(call, CallrRecording.Observe);
        var deadline = request.Deadline ?? (request.MaxDuration is { } length ? length + _deadlines.Margin : _deadlines.OpenEnded);
        await SendAsync(live, pending, [command], CallrEventMapper.Recording, deadline, cancellationToken).ConfigureAwait(false);
        return new CallrRecording(call, pending, command is RecordCommand ? null : StopAsync, Provider, _deadlines.Margin);

        Task StopAsync(CancellationToken token) => live.RunAsync(
            new SeriesTurn(pending.Id, [new StopCallRecordingCommand()]) { Describe = CallrEventMapper.Recording, IsWanted = () => !pending.HasEnded }, token);
    }

    public Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<StreamOperation>(Provider.Refusal(CallFeature.Stream, call));

    public Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default) =>
        Task.FromException<ForkOperation>(Provider.Refusal(CallFeature.Fork, call));

    public async Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Digits only: the vendor's sources do not agree on whether the name of a conference is a number or a text.
        var room = RandomNumberGenerator.GetString("123456789", 15);
        var bridge = new BridgeId(room);
        var command = CallrRequests.ToCommand(request, room, Provider, call);
        var near = _realTime.Find(call);
        var far = _realTime.Find(request.With);
        var pending = Register<BridgeResult>(call, CallrBridge.Observe);
        IEnumerable<RealTimeCommand> ofNear = request.KeepAfterwards == false ? [command, new HangupCommand()] : [command];
        var farTurn = new SeriesTurn(pending.Id, [command])
        {
            Describe = report => CallrEventMapper.Bridge(report, call, bridge),
            IsWanted = () => !pending.HasEnded,
        };
        var nearTurn = new SeriesTurn(pending.Id, ofNear)
        {
            Describe = report => CallrEventMapper.Bridge(report, request.With, bridge),
            IsWanted = () => !pending.HasEnded && !farTurn.Over.IsCompleted,
        };
        await pending.SendAsync(SendBothAsync, request.Deadline ?? _deadlines.Connect, cancellationToken).ConfigureAwait(false);
        pending.TryEnd(OperationOutcome.Completed(new BridgeResult { With = request.With, Bridge = bridge }));
        _ = TakeOutIfAloneAsync(near, nearTurn, farTurn.Over);
        _ = TakeOutIfAloneAsync(far, farTurn, nearTurn.Over);
        return new CallrBridge(call, pending, Provider);

        // The other call first: who asks for the bridge is there to wait, and can be told if it fails. Neither is left waiting for the other's turn.
        async Task SendBothAsync(CancellationToken token)
        {
            using var limit = new CancellationTokenSource(request.Deadline ?? _deadlines.Connect, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
            try
            {
                await RunAsync(far, farTurn, both).ConfigureAwait(false);
                if (!farTurn.IsSkipped)
                    await RunAsync(near, nearTurn, both).ConfigureAwait(false);

                if (farTurn.IsSkipped || nearTurn.IsSkipped)
                    throw new CommandRejectedException($"The call {request.With} had left before the call {call} could be joined with it.", Context(call));
            }
            catch (Exception exception)
            {
                if (farTurn.Begun.IsCompletedSuccessfully)
                    _ = TakeOutIfAloneAsync(far, farTurn, Task.CompletedTask);

                if (pending.HasEnded)
                    throw new CallEndedException($"The call {call} ended before it could be joined with the call {request.With}.", Context(call));

                if (exception is OperationCanceledException && !token.IsCancellationRequested)
                    throw new CommandRejectedException($"The calls {call} and {request.With} were busy for too long to be joined.", Context(call));

                throw;
            }
        }

        // Neither is waited for when the call that asked is over.
        async Task RunAsync(RealTimeCall joining, RealTimeTurn turn, CancellationTokenSource both)
        {
            var running = joining.RunAsync(turn, both.Token);
            if (await Task.WhenAny(running, pending.Completion).ConfigureAwait(false) != running)
                await both.CancelAsync().ConfigureAwait(false);

            await running.ConfigureAwait(false);
        }
    }

    public async Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = CallrRequests.ToCommand(request, Provider, call);
        var live = _realTime.Find(call);
        var pending = Register<TransferResult>(call, CallrTransfer.Observe);
        await SendAsync(live, pending, [command], CallrEventMapper.Transfer, request.Deadline ?? _deadlines.OpenEnded, cancellationToken).ConfigureAwait(false);
        return new CallrTransfer(call, pending, Provider);
    }

    public async Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = CallrRequests.ToCommand(request, Provider, call);
        await _realTime.Find(call).RunAsync(new SeriesTurn(operation: null, [command]), cancellationToken).ConfigureAwait(false);
    }

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType.IsInstanceOfType(_client) ? _client
            : serviceType.IsInstanceOfType(_realTime) ? _realTime
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    private static async Task DetectAsync(RealTimeCall call, PlayTalkDetectCommand detection)
    {
        try
        {
            await call.RunAsync(new SeriesTurn(operation: null, [detection]) { Describe = CallrEventMapper.Detection }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // Nobody has answered.
        }
    }

    private static Task SendAsync<TResult>(
        RealTimeCall call,
        PendingOperation<TResult> pending,
        IEnumerable<RealTimeCommand> commands,
        Func<RealTimeRequest, CallEvent>? describe,
        TimeSpan deadline,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var turn = new SeriesTurn(pending.Id, commands) { Describe = describe, IsWanted = () => !pending.HasEnded, GoesOn = () => !pending.HasEnded };
        return pending.SendAsync(token => call.RunAsync(turn, token), deadline, cancellationToken);
    }

    private async Task<IReadOnlyList<RealTimeCommand>> FetchAsync(IReadOnlyList<PlaybackStep> steps, CancellationToken cancellationToken)
    {
        var commands = new List<RealTimeCommand>(steps.Count);
        foreach (var (command, url) in steps)
            commands.Add(command ?? new PlayWavDataCommand { AudioData = await _audio.GetAsync(url!, cancellationToken).ConfigureAwait(false) });

        return commands;
    }

    // By the answer that the vendor waits for; while it carries out a command it does not ask, and is told in another way, where the account has one.
    private async Task EndAsync(RealTimeCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (call.HangUp() || !_options().HasApiCredentials)
            return;

        try
        {
            await _client.HangupCallAsync(call.Number, cancellationToken).ConfigureAwait(false);
        }
        catch (CallControlException) when (!_calls.TryFind(call.Id, out _))
        {
            // It has happened meanwhile.
        }
    }

    // One may leave before the other has come, who is not told then.
    private async Task TakeOutIfAloneAsync(RealTimeCall call, RealTimeTurn turn, Task otherIsGone)
    {
        await Task.WhenAny(turn.Over, otherIsGone).ConfigureAwait(false);
        try
        {
            await turn.Over.WaitAsync(AlonePatience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await TakeOutAsync(call).ConfigureAwait(false);
        }
    }

    // Unverified, and in vain where the account has no credentials: nothing else reaches a call that waits in a conference.
    private async Task TakeOutAsync(RealTimeCall call)
    {
        try
        {
            await _client.BreakCommandAsync(call.Number, CancellationToken.None).ConfigureAwait(false);
        }
        catch (CallControlException) when (!_calls.TryFind(call.Id, out _))
        {
            // Nobody waits there.
        }
        catch (CallControlException exception)
        {
            CallrLog.LeftAlone(_logger, exception, Provider.Name, call.Id);
        }
    }

    private TimeSpan LongestOf(GatherForm form)
    {
        // Unverified: whether the time-out counts anew after each key.
        var reading = (double)form.Read.TimeoutMilliseconds * form.Read.MaxDigits * form.Read.Attempts;
        return Multiply(_deadlines.Playback, form.Tries * (form.Before.Count + (double)form.Read.Attempts)) + TimeSpan.FromMilliseconds(reading * form.Tries) + _deadlines.Margin;
    }

    private TimeSpan Multiply(TimeSpan length, double times) => TimeSpan.FromTicks((long)Math.Min(_deadlines.OpenEnded.Ticks, length.Ticks * times));

    private ErrorContext Context(CallId call) => new() { Provider = Provider.Name, Call = call, Effect = CommandEffect.NotSent };

    // Its turn may be long in coming: what is given the vendor before decides.
    private PendingOperation<TResult> Register<TResult>(CallId call, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe)
        where TResult : class =>
        _operations.Register(Provider.Name, call, new OperationId(Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture)), _deadlines.OpenEnded, observe);
}

using System.Collections.Concurrent;

namespace CallControl.Core.Tests;

/// <summary>A provider whose operations a test ends by hand: each kind has one, made beforehand.</summary>
internal sealed class FakeCallControl(string name) : ICallControl
{
    public static readonly CallId Dialled = HubHarness.Id();

    public ConcurrentQueue<string> Commands { get; } = new();

    public CapabilitySet Capabilities { get; set; } = new(Enum.GetValues<CallFeature>().Select(feature => Capability.Native(feature)));

    public ProviderDescriptor Provider => new() { Name = name, Vendor = "Fake", Capabilities = Capabilities };

    /// <summary>Runs on each command, before it is accepted; stops too.</summary>
    public Func<string, Task>? OnCommand { get; set; }

    public Ending<AnswerResult> Answer { get; } = new();

    public Ending<PlaybackResult> Playback { get; } = new();

    public Ending<GatherResult> Gather { get; } = new();

    public Ending<RecordingResult> Recording { get; } = new();

    public Ending<StreamResult> Stream { get; } = new();

    public Ending<ForkResult> Fork { get; } = new();

    public Ending<BridgeResult> Bridge { get; } = new();

    public Ending<TransferResult> Transfer { get; } = new();

    public async Task<CallId> DialAsync(DialRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("dial");
        return Dialled;
    }

    public async Task<AnswerOperation> AnswerAsync(CallId call, AnswerRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("answer");
        return new FakeAnswer(this, Answer.Task);
    }

    public Task RejectAsync(CallId call, RejectRequest request, CancellationToken cancellationToken = default) => CommandAsync($"reject {request.Cause}");

    public Task HangupAsync(CallId call, HangupRequest request, CancellationToken cancellationToken = default) => CommandAsync($"hangup {call}");

    public async Task<PlaybackOperation> StartPlaybackAsync(CallId call, PlaybackRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("play");
        return new FakePlayback(this, Playback.Task);
    }

    public async Task<GatherOperation> StartGatherAsync(CallId call, GatherRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("gather");
        return new FakeGather(this, Gather.Task);
    }

    public async Task<RecordingOperation> StartRecordingAsync(CallId call, RecordingRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("record");
        return new FakeRecording(this, Recording.Task);
    }

    public async Task<StreamOperation> StartStreamAsync(CallId call, StreamRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("stream");
        return new FakeStream(this, Stream.Task);
    }

    public async Task<ForkOperation> StartForkAsync(CallId call, ForkRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync("fork");
        return new FakeFork(this, Fork.Task);
    }

    public async Task<BridgeOperation> BridgeAsync(CallId call, BridgeRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync($"bridge {request.With}");
        return new FakeBridge(this, Bridge.Task);
    }

    public async Task<TransferOperation> TransferAsync(CallId call, TransferRequest request, CancellationToken cancellationToken = default)
    {
        await CommandAsync($"transfer {request.To}");
        return new FakeTransfer(this, Transfer.Task);
    }

    public Task SendDtmfAsync(CallId call, DtmfRequest request, CancellationToken cancellationToken = default) => CommandAsync($"dtmf {request.Digits}");

    public object? GetService(Type serviceType) => null;

    private Task CommandAsync(string command)
    {
        Commands.Enqueue(command);
        return OnCommand?.Invoke(command) ?? Task.CompletedTask;
    }

    /// <summary>The end of an operation, for a test to decide.</summary>
    internal sealed class Ending<TResult>
        where TResult : class
    {
        private readonly TaskCompletionSource<OperationOutcome<TResult>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<OperationOutcome<TResult>> Task => _source.Task;

        public void Set(OperationOutcome<TResult> outcome) => _source.SetResult(outcome);
    }

    private sealed class FakeAnswer(FakeCallControl control, Task<OperationOutcome<AnswerResult>> end) : AnswerOperation(Dialled, new("answer-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop answer");
    }

    private sealed class FakePlayback(FakeCallControl control, Task<OperationOutcome<PlaybackResult>> end) : PlaybackOperation(Dialled, new("play-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop play");

        public override Task PauseAsync(CancellationToken cancellationToken = default) => control.CommandAsync("pause");

        public override Task ResumeAsync(CancellationToken cancellationToken = default) => control.CommandAsync("resume");

        public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default) => control.CommandAsync("seek");

        public override Task RestartAsync(CancellationToken cancellationToken = default) => control.CommandAsync("restart");

        public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) => control.CommandAsync("volume");
    }

    private sealed class FakeGather(FakeCallControl control, Task<OperationOutcome<GatherResult>> end) : GatherOperation(Dialled, new("gather-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop gather");
    }

    private sealed class FakeRecording(FakeCallControl control, Task<OperationOutcome<RecordingResult>> end) : RecordingOperation(Dialled, new("record-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop record");

        public override Task PauseAsync(CancellationToken cancellationToken = default) => control.CommandAsync("pause record");

        public override Task ResumeAsync(CancellationToken cancellationToken = default) => control.CommandAsync("resume record");
    }

    private sealed class FakeStream(FakeCallControl control, Task<OperationOutcome<StreamResult>> end) : StreamOperation(Dialled, new("stream-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop stream");
    }

    private sealed class FakeFork(FakeCallControl control, Task<OperationOutcome<ForkResult>> end) : ForkOperation(Dialled, new("fork-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop fork");
    }

    private sealed class FakeBridge(FakeCallControl control, Task<OperationOutcome<BridgeResult>> end) : BridgeOperation(Dialled, new("bridge-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop bridge");
    }

    private sealed class FakeTransfer(FakeCallControl control, Task<OperationOutcome<TransferResult>> end) : TransferOperation(Dialled, new("transfer-1"), end)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => control.CommandAsync("stop transfer");
    }
}

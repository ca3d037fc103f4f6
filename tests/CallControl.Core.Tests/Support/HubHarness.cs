using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.Core.Tests;

/// <summary>An engine on manual time with one fake provider, whose name is unique in the run so that meters can be told apart.</summary>
internal sealed class HubHarness : IAsyncDisposable
{
    private static int _count;

    private readonly ServiceProvider _services;

    public HubHarness(Action<CallControlOptions>? configure = null, Action<CallControlBuilder>? build = null)
    {
        Provider = $"fake-{Interlocked.Increment(ref _count)}";
        Control = new FakeCallControl(Provider);
        Meters = new MeterTally(Provider);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILoggerProvider>(Log);
        services.AddSingleton<ICallEventObserver>(Seen);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        services.AddCallControl(builder =>
        {
            builder.AddProvider(Provider, _ => Control, _ => null!);
            builder.Configure(configure ?? (static _ => { }));
            build?.Invoke(builder);
        });
        _services = services.BuildServiceProvider();
        Hub = _services.GetRequiredService<CallHub>();
    }

    public string Provider { get; }

    public FakeCallControl Control { get; }

    public ManualTimeProvider Time { get; } = new();

    public LogTally Log { get; } = new();

    public MeterTally Meters { get; }

    /// <summary>Every event that was handled, in the order in which it was.</summary>
    public RecordingObserver Seen { get; } = new();

    public CallHub Hub { get; }

    public IServiceProvider Services => _services;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static CallId Id(int number = 1) => new($"call-{number}");

    public async Task<EventReceipt> PostAsync(CallEvent callEvent) => await Hub.AcceptAsync(callEvent, Cancelled);

    /// <summary>Hands events in and waits until all that can be handled was.</summary>
    public async Task HandleAsync(params CallEvent[] events)
    {
        foreach (var callEvent in events)
            (await PostAsync(callEvent)).Should().Be(EventReceipt.Accepted);

        await IdleAsync();
    }

    /// <summary>Waits until no event is on its way; those held back for an earlier one excepted by <paramref name="held"/>.</summary>
    public Task IdleAsync(int held = 0) => Until.TrueAsync(() => Hub.PendingEvents == held);

    public DtmfReceived Digit(char digit = '1', int call = 1, long? sequence = null, string? id = null, OperationId? operation = null) =>
        new() { Provider = Provider, Call = Id(call), Name = "dtmf", Digit = digit, Sequence = sequence, Id = id is null ? null : new CallEventId(id), Operation = operation };

    public Call Call(int call = 1) => Hub.Get(Provider, Id(call));

    public CallEnded Ended(int call = 1, long? sequence = null, string? id = null, HangupCause? cause = null) =>
        new() { Provider = Provider, Call = Id(call), Name = "ended", Sequence = sequence, Id = id is null ? null : new CallEventId(id), Cause = cause ?? HangupCause.Normal };

    public CallIncoming Incoming(int call = 1) =>
        new() { Provider = Provider, Call = Id(call), Name = "incoming", From = "+33612345678", To = "+33123456789" };

    public CallAnswered Answered(int call = 1) => new() { Provider = Provider, Call = Id(call), Name = "answered" };

    public PlaybackEnded Played(OperationId? operation = null, int call = 1, long? sequence = null) =>
        new() { Provider = Provider, Call = Id(call), Name = "played", Operation = operation, Sequence = sequence };

    /// <summary>Registers an operation that a <see cref="PlaybackEnded"/> completes and a <see cref="DtmfReceived"/> of its name brings on.</summary>
    public PendingOperation<PlaybackResult> Register(string id, int call = 1, TimeSpan? deadline = null, Action<CallEvent>? onObserve = null) =>
        Hub.Register<PlaybackResult>(Provider, Id(call), new OperationId(id), deadline ?? TimeSpan.FromMinutes(5), (_, callEvent) =>
        {
            onObserve?.Invoke(callEvent);
            return callEvent switch
            {
                PlaybackEnded ended => OperationStep.Ends(OperationOutcome.Completed(ended.Result)),
                DtmfReceived { Operation: not null } digit =>
                    OperationStep.GoesOn(new PlaybackResult { Position = TimeSpan.FromSeconds(digit.Digit - '0') }),
                _ => default,
            };
        });

    public async ValueTask DisposeAsync()
    {
        Meters.Dispose();
        await _services.DisposeAsync();
    }
}

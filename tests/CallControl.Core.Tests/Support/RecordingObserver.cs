using System.Collections.Concurrent;

namespace CallControl.Core.Tests;

/// <summary>Keeps every event it is shown, after letting a test interfere.</summary>
internal sealed class RecordingObserver : ICallEventObserver
{
    private readonly ConcurrentQueue<CallEvent> _events = new();

    public IReadOnlyList<CallEvent> Events => [.. _events];

    /// <summary>The digits seen, in order.</summary>
    public string Digits => string.Concat(Events.OfType<DtmfReceived>().Select(digit => digit.Digit));

    /// <summary>Runs before the event is kept.</summary>
    public Func<CallEvent, ValueTask>? Interfere { get; set; }

    public async ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
    {
        if (Interfere is { } interfere)
            await interfere(callEvent);

        _events.Enqueue(callEvent);
    }
}

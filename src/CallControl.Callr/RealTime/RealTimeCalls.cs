using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CallControl.Callr;

/// <summary>The live calls of an account.</summary>
/// <remarks>Thread-safe. A call is forgotten when it ends, or when nothing was heard of it for as long as a call may be silent.</remarks>
/// <param name="provider">The registered name of the account.</param>
/// <param name="options">The account's options as they are now.</param>
/// <param name="idleLimit">How long a call may be silent: <see cref="CallControlOptions.CallIdleLimit"/>.</param>
/// <param name="time">By which calls are forgotten.</param>
internal sealed class RealTimeCalls(string provider, Func<CallrOptions> options, TimeSpan idleLimit, TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallId, RealTimeCall> _calls = new();
    private long _lastSweep = time.GetTimestamp();

    /// <summary>The call there is, or a new one.</summary>
    public RealTimeCall Open(CallId id)
    {
        if (_calls.TryGetValue(id, out var known))
            return known;

        Sweep();
        return _calls.GetOrAdd(id, static (id, calls) => calls.Create(id), this);
    }

    public bool TryFind(CallId id, [NotNullWhen(true)] out RealTimeCall? call) => _calls.TryGetValue(id, out call);

    /// <summary>Takes note of a call's end.</summary>
    public void End(CallId id)
    {
        if (_calls.TryRemove(id, out var call))
            call.End();
    }

    private RealTimeCall Create(CallId id) => new(provider, id, options, time);

    private void Sweep()
    {
        var last = Interlocked.Read(ref _lastSweep);
        if (time.GetElapsedTime(last) < SweepInterval || Interlocked.CompareExchange(ref _lastSweep, time.GetTimestamp(), last) != last)
            return;

        foreach (var (id, call) in _calls)
        {
            if (time.GetElapsedTime(call.LastSeen) >= idleLimit)
                End(id);
        }
    }
}

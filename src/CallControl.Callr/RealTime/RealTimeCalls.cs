using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CallControl.Callr;

/// <summary>The live calls of an account.</summary>
/// <remarks>Thread-safe. A call is forgotten when it ends, or when nothing was heard of it for as long as a call may be silent.</remarks>
internal sealed class RealTimeCalls : IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallId, RealTimeCall> _calls = new();
    private readonly ConcurrentDictionary<CallId, long> _ended = new();
    private readonly ConcurrentDictionary<ulong, CallId> _outbound = new();
    private readonly string _provider;
    private readonly Func<CallrOptions> _options;
    private readonly TimeSpan _idleLimit;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    /// <summary>Makes an empty set.</summary>
    /// <param name="provider">The registered name of the account.</param>
    /// <param name="options">The account's options as they are now.</param>
    /// <param name="idleLimit">How long a call may be silent: <see cref="CallControlOptions.CallIdleLimit"/>.</param>
    /// <param name="time">By which calls are forgotten.</param>
    public RealTimeCalls(string provider, Func<CallrOptions> options, TimeSpan idleLimit, TimeProvider time)
    {
        _provider = provider;
        _options = options;
        _idleLimit = idleLimit;
        _time = time;
        _sweep = time.CreateTimer(static calls => ((RealTimeCalls)calls!).Sweep(), this, SweepInterval, SweepInterval);
    }

    /// <summary>The call of a request: the one there is, or a new one.</summary>
    public RealTimeCall Open(RealTimeRequest request)
    {
        var id = IdOf(request);
        if (!request.IsInbound && request.VendorCallId != 0)
            _outbound[request.VendorCallId] = id;

        return Open(id);
    }

    /// <summary>A call that was asked for, and is conducted by this process.</summary>
    public RealTimeCall Expect(CallId id)
    {
        var call = Open(id);
        call.Expect();

        // The vendor may tell the end of a call sooner than what it has named it.
        if (_ended.ContainsKey(id))
            End(id);

        return call;
    }

    /// <summary>Lets go of a call that was not taken: the vendor may ask again.</summary>
    public void Forget(RealTimeCall call)
    {
        _outbound.TryRemove(call.Number, out _);
        _calls.TryRemove(KeyValuePair.Create(call.Id, call));
    }

    /// <summary>Whether there is the call of a request.</summary>
    public bool TryFind(RealTimeRequest request, [NotNullWhen(true)] out RealTimeCall? call) => TryFind(IdOf(request), out call);

    public bool TryFind(CallId id, [NotNullWhen(true)] out RealTimeCall? call) => _calls.TryGetValue(id, out call);

    /// <summary>Takes note of a call's end.</summary>
    public void End(CallId id)
    {
        _ended[id] = _time.GetTimestamp();
        if (!_calls.TryRemove(id, out var call))
            return;

        _outbound.TryRemove(call.Number, out _);
        call.End();
    }

    public void Dispose() => _sweep.Dispose();

    // Unverified: that every request of an outbound call has its name. One that has not is told by the vendor's number.
    private CallId IdOf(RealTimeRequest request) =>
        request.IsInbound && _outbound.TryGetValue(request.VendorCallId, out var named) ? named : request.Call;

    private RealTimeCall Open(CallId id) => _calls.GetOrAdd(id, static (id, calls) => new RealTimeCall(calls._provider, id, calls._options, calls._time), this);

    private void Sweep()
    {
        foreach (var (id, call) in _calls)
        {
            if (_time.GetElapsedTime(call.LastSeen) >= _idleLimit)
                End(id);
        }

        foreach (var (id, endedAt) in _ended)
        {
            if (_time.GetElapsedTime(endedAt) >= SweepInterval)
                _ended.TryRemove(id, out _);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CallControl.Providers;
using Microsoft.Extensions.Logging;

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
    private readonly CallControlOptions _limits;
    private readonly ICallEventSink _sink;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _sweep;

    /// <summary>Makes an empty set.</summary>
    /// <param name="provider">The registered name of the account.</param>
    /// <param name="options">The account's options as they are now.</param>
    /// <param name="limits">How many calls there may be, and how long one may be silent.</param>
    /// <param name="sink">Takes the calls' events.</param>
    /// <param name="time">By which calls are forgotten.</param>
    /// <param name="logger">Told of events that could not be handed in.</param>
    public RealTimeCalls(string provider, Func<CallrOptions> options, CallControlOptions limits, ICallEventSink sink, TimeProvider time, ILogger<RealTimeCalls> logger)
    {
        _provider = provider;
        _options = options;
        _limits = limits;
        _sink = sink;
        _time = time;
        _logger = logger;
        _sweep = time.CreateTimer(static calls => ((RealTimeCalls)calls!).Sweep(), this, SweepInterval, SweepInterval);
    }

    /// <summary>The call of a request: the one there is, or a new one.</summary>
    /// <returns>Null where the call is over, or there is no room for another.</returns>
    public RealTimeCall? Open(RealTimeRequest request)
    {
        var id = IdOf(request);
        if (!_calls.TryGetValue(id, out var known) && (IsOver(request) || _calls.Count >= _limits.MaxCalls))
            return null;

        if (!request.IsInbound && request.VendorCallId != 0)
            _outbound[request.VendorCallId] = id;

        return known ?? Open(id);
    }

    /// <summary>Whether a request comes after the end of its call.</summary>
    public bool IsOver(RealTimeRequest request) => _ended.ContainsKey(IdOf(request));

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

    /// <summary>A call that is not over.</summary>
    public bool TryFind(CallId id, [NotNullWhen(true)] out RealTimeCall? call)
    {
        if (_calls.TryGetValue(id, out call) && !call.IsOver)
            return true;

        call = null;
        return false;
    }

    /// <summary>Hands the events of a call on.</summary>
    /// <returns>Whether all were taken.</returns>
    public Task<bool> HandInAsync(RealTimeCall call) => call.HandInAsync(_sink);

    /// <summary>Hands the last events of a call on, and takes note of its end, whatever comes of it.</summary>
    /// <returns>Whether all were taken; where they were not, it is tried again from time to time.</returns>
    public async Task<bool> EndAsync(RealTimeCall call)
    {
        call.End();
        var isHandedIn = await HandInAsync(call).WaitAsync(_options().ReplyWindow, _time).ConfigureAwait(false);
        if (isHandedIn)
            End(call.Id);

        return isHandedIn;
    }

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
            if (_time.GetElapsedTime(call.LastSeen) >= _limits.CallIdleLimit)
                End(id);
            else if (call.IsOver)
                _ = TryAgainAsync(call);
        }

        foreach (var (id, endedAt) in _ended)
        {
            if (_time.GetElapsedTime(endedAt) >= _limits.EndedCallMemory)
                _ended.TryRemove(id, out _);
        }
    }

    private async Task TryAgainAsync(RealTimeCall call)
    {
        try
        {
            await EndAsync(call).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            CallrLog.SinkFailed(_logger, exception, _provider, call.Id);
        }
    }
}

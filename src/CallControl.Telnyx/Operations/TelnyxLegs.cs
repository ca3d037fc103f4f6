using System.Collections.Concurrent;

namespace CallControl.Telnyx;

/// <summary>Which legs of an account belong together, so that a transfer hears of what becomes of the leg that it calls.</summary>
/// <remarks>
/// The vendor reports a transfer that fails by the end of the new leg only. Nothing but <c>call_session_id</c>, which the two share, ties that
/// event to the call that was to be transferred. Thread-safe.
/// </remarks>
internal sealed class TelnyxLegs(TimeProvider time)
{
    // The vendor ends a call after four hours; what is older has lost its call.hangup.
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(5);
    private const int FewestToSweep = 10_000;
    private const int MostEnded = 1_000;

    private readonly ConcurrentDictionary<CallId, Membership> _sessions = new();
    private readonly Dictionary<string, List<TelnyxTransferLeg>> _transfers = [];
    private readonly Queue<CallId> _ended = new();
    private readonly HashSet<CallId> _isEnded = [];
    private readonly Lock _gate = new();
    private int _sweepAt = FewestToSweep;

    /// <summary>How many legs are remembered.</summary>
    public int Count => _sessions.Count;

    /// <summary>Takes note of the session of a leg.</summary>
    public void Remember(CallId call, string? session)
    {
        if (call == default || string.IsNullOrEmpty(session))
            return;

        _sessions[call] = new Membership(session, time.GetTimestamp());
        if (_sessions.Count >= Volatile.Read(ref _sweepAt))
            Sweep();
    }

    /// <summary>Waits for the leg of a transfer. Where the session of the call is not known, the transfer is not told that it failed.</summary>
    public void Expect(TelnyxTransferLeg leg)
    {
        if (!_sessions.TryGetValue(leg.From, out var membership))
            return;

        leg.Session = membership.Session;
        lock (_gate)
        {
            if (!_transfers.TryGetValue(membership.Session, out var legs))
                _transfers[membership.Session] = legs = [];

            legs.Add(leg);
        }
    }

    /// <summary>Waits no longer.</summary>
    public void Forget(TelnyxTransferLeg leg)
    {
        lock (_gate)
        {
            if (leg.Session is { } session && _transfers.TryGetValue(session, out var legs) && legs.Remove(leg) && legs.Count == 0)
                _transfers.Remove(session);
        }
    }

    /// <summary>Takes note of an event, before it is handed on.</summary>
    /// <returns>The transfer that has failed by it; null for none.</returns>
    public TelnyxTransferLeg? Note(TelnyxEvent native)
    {
        switch (native)
        {
            case CallInitiatedEvent when HasEnded(native.Call):
                // Late: by now the same party may be called anew.
                return null;
            case CallInitiatedEvent:
                Remember(native.Call, native.CallSessionId);
                Find(native)?.Name(native.Call);
                return null;
            case CallAnsweredEvent:
                Remember(native.Call, native.CallSessionId);
                if (Find(native) is { } answered)
                {
                    answered.Name(native.Call);
                    answered.IsAnswered = true;
                }

                return null;
            case CallHangupEvent:
                _sessions.TryRemove(native.Call, out _);
                RememberEnd(native.Call);
                return Find(native) is { } leg && (!leg.IsAnswered || leg.IsStopping) ? leg : null;
            default:
                return null;
        }
    }

    private bool HasEnded(CallId call)
    {
        lock (_gate)
            return _isEnded.Contains(call);
    }

    private void RememberEnd(CallId call)
    {
        lock (_gate)
        {
            if (!_isEnded.Add(call))
                return;

            _ended.Enqueue(call);
            if (_ended.Count > MostEnded)
                _isEnded.Remove(_ended.Dequeue());
        }
    }

    private TelnyxTransferLeg? Find(TelnyxEvent native)
    {
        if (native.CallSessionId is not { } session)
            return null;

        lock (_gate)
            return _transfers.TryGetValue(session, out var legs) ? legs.Find(leg => leg.Is(native)) : null;
    }

    private void Sweep()
    {
        foreach (var (call, membership) in _sessions)
        {
            if (time.GetElapsedTime(membership.Since) > LongestLife)
                _sessions.TryRemove(call, out _);
        }

        Volatile.Write(ref _sweepAt, Math.Max(FewestToSweep, 2 * _sessions.Count));
    }

    private readonly record struct Membership(string Session, long Since);
}

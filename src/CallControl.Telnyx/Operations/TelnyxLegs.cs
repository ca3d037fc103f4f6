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

    private readonly Dictionary<CallId, Membership> _sessions = [];
    private readonly Dictionary<string, List<TelnyxTransferLeg>> _transfers = [];
    private readonly Queue<CallId> _ended = new();
    private readonly HashSet<CallId> _isEnded = [];
    private readonly Lock _gate = new();
    private int _sweepAt = FewestToSweep;

    /// <summary>How many legs are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>Takes note of the session of a leg, unless the leg is over.</summary>
    public void Remember(CallId call, string? session)
    {
        if (call == default || string.IsNullOrEmpty(session))
            return;

        lock (_gate)
        {
            if (_isEnded.Contains(call))
                return;

            _sessions[call] = new Membership(session, time.GetTimestamp());
            if (_sessions.Count >= _sweepAt)
                Sweep();
        }
    }

    /// <summary>Waits for the leg of a transfer. Where the session of the call is not known, the transfer is not told that it failed.</summary>
    public void Expect(TelnyxTransferLeg leg)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(leg.From, out var membership))
                return;

            leg.Session = membership.Session;
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
        if (native is CallHangupEvent)
            return NoteEnd(native);

        if (native is not (CallInitiatedEvent or CallAnsweredEvent))
            return null;

        Remember(native.Call, native.CallSessionId);
        lock (_gate)
        {
            // Late: by now the same party may be called anew.
            if (_isEnded.Contains(native.Call) || Find(native) is not { } leg)
                return null;

            leg.Name(native.Call);
            leg.IsAnswered |= native is CallAnsweredEvent;
            return null;
        }
    }

    private TelnyxTransferLeg? NoteEnd(TelnyxEvent native)
    {
        lock (_gate)
        {
            _sessions.Remove(native.Call);
            if (_isEnded.Add(native.Call))
                _ended.Enqueue(native.Call);

            if (_ended.Count > MostEnded)
                _isEnded.Remove(_ended.Dequeue());

            return Find(native) is { } leg && (!leg.IsAnswered || leg.IsStopping) ? leg : null;
        }
    }

    // Under the gate, as the one below.
    private TelnyxTransferLeg? Find(TelnyxEvent native) =>
        native.CallSessionId is { } session && _transfers.TryGetValue(session, out var legs) ? legs.Find(leg => leg.Is(native)) : null;

    private void Sweep()
    {
        foreach (var (call, membership) in _sessions)
        {
            if (time.GetElapsedTime(membership.Since) > LongestLife)
                _sessions.Remove(call);
        }

        _sweepAt = Math.Max(FewestToSweep, 2 * _sessions.Count);
    }

    private readonly record struct Membership(string Session, long Since);
}

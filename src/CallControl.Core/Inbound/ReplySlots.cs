using System.Diagnostics.CodeAnalysis;

namespace CallControl.Providers;

/// <summary>Vendors' requests that wait for what a flow decides: one for each call that is to be told what happens next.</summary>
/// <typeparam name="TReply">What the vendor is answered.</typeparam>
/// <remarks>
/// Thread-safe. A slot is filled once, by whoever comes first: the flow, or the end of the vendor's patience. It is kept for a while, so that a vendor who
/// asks again is told the same.
/// </remarks>
public sealed class ReplySlots<TReply>
    where TReply : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CallId, ReplySlot<TReply>> _slots = [];
    private readonly Queue<ReplySlot<TReply>> _byAge = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _memory;

    /// <summary>Makes an empty set.</summary>
    /// <param name="time">By which slots are forgotten.</param>
    /// <param name="memory">How long a slot is kept after it was opened; longer than the vendor repeats a request.</param>
    public ReplySlots(TimeProvider time, TimeSpan memory)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(memory, TimeSpan.Zero);
        _time = time;
        _memory = memory;
    }

    /// <summary>The slot of a call: the one there is, or a new one.</summary>
    /// <param name="call">The call that the vendor asks about.</param>
    /// <param name="patience">How long a new one waits: less than the vendor does.</param>
    public ReplySlot<TReply> Open(CallId call, TimeSpan patience)
    {
        lock (_gate)
        {
            ForgetOld();
            if (_slots.TryGetValue(call, out var known))
                return known;

            var slot = new ReplySlot<TReply>(call, patience, _time);
            _slots.Add(call, slot);
            _byAge.Enqueue(slot);
            return slot;
        }
    }

    /// <summary>The slot of a call, filled or not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="slot">The slot; null where the vendor has not asked, or not lately.</param>
    public bool TryFind(CallId call, [NotNullWhen(true)] out ReplySlot<TReply>? slot)
    {
        lock (_gate)
        {
            ForgetOld();
            return _slots.TryGetValue(call, out slot);
        }
    }

    // Under the gate. A slot that still waits is far younger than this: no vendor's patience lasts as long.
    private void ForgetOld()
    {
        while (_byAge.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.OpenedAt) >= _memory)
            _slots.Remove(_byAge.Dequeue().Call);
    }
}

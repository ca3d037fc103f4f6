using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Two legs that hear each other. When one ends, the other is hung up unless it is to be parked or held. Unverified: that parking
/// after the end of a bridge raises nothing, that a hold raises <c>call.hold</c>, and that a bridge that replaces another ends that one
/// in the same way.
/// </summary>
internal sealed class LegBridge
{
    private readonly TelnyxLeg _asked;
    private readonly TelnyxLeg _other;
    private readonly RequestBody? _terms;

    private LegBridge(TelnyxLeg asked, TelnyxLeg other, RequestBody? terms)
    {
        _asked = asked;
        _other = other;
        _terms = terms;
    }

    /// <summary>
    /// Bridges two legs on the terms of the command. Unverified: that an outgoing leg is waited for until it is answered, and that an
    /// incoming one is answered by the bridge; and that two legs already bridged with one another stay so, and hear nothing of it.
    /// </summary>
    public static void JoinWhenReady(TelnyxLeg asked, TelnyxLeg other, RequestBody terms, Action? joined = null)
    {
        foreach (var leg in (TelnyxLeg[])[asked, other])
        {
            if (!leg.IsAlive)
                return;
            if (leg is { IsIncoming: false, State: LegState.Ringing })
            {
                leg.WhenAnswered(() => JoinWhenReady(asked, other, terms, joined));
                return;
            }
        }

        if (asked.Peer == other)
            return;
        asked.BecomeAnswered();
        other.BecomeAnswered();
        Join(asked, other, terms);
        joined?.Invoke();
    }

    private static void Join(TelnyxLeg asked, TelnyxLeg other, RequestBody? terms)
    {
        asked.Bridge?.Leave(asked);
        other.Bridge?.Leave(other);
        if (!asked.IsAlive || !other.IsAlive)
            return;
        var bridge = new LegBridge(asked, other, terms);
        asked.Bridge = bridge;
        other.Bridge = bridge;
        foreach (var leg in (TelnyxLeg[])[asked, other])
            leg.Raise(TelnyxEvents.Bridged, new JsonObject { ["start_time"] = TelnyxTime.Of(leg.StartTime) });
    }

    public TelnyxLeg Other(TelnyxLeg leg) => leg == _asked ? _other : _asked;

    /// <summary>Whether tones of this leg reach the other one.</summary>
    public bool PassesDigitsFrom(TelnyxLeg leg) => _terms?.Text("mute_dtmf") switch
    {
        "both" => false,
        "self" => leg != _asked,
        "opposite" => leg == _asked,
        _ => true,
    };

    public void Leave(TelnyxLeg leg)
    {
        var other = Other(leg);
        leg.Bridge = null;
        other.Bridge = null;
        if (!other.IsAlive)
            return;
        if (other == _asked && _terms?.Text("park_after_unbridge") is "self")
            return;
        if (other == _asked && _terms?.Flag("hold_after_unbridge") is true)
            other.Raise(TelnyxEvents.Hold, []);
        else
            other.End(LegEnd.HangUp(byCaller: !other.IsIncoming, answered: other.State is LegState.Answered));
    }
}

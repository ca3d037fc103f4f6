using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The commands that bring two legs together: <c>dial</c> with a link, <c>bridge</c> and <c>transfer</c>.</summary>
internal static class TelnyxBridging
{
    /// <summary>
    /// Unverified: that a dial which finds its target bridged, against its wish, ends like one hung up, and that the linked leg takes
    /// the part of the other side in its terms.
    /// </summary>
    public static void LinkOnAnswer(TelnyxLeg leg, TelnyxLeg linked, RequestBody body)
    {
        if (!body.Flag("bridge_on_answer"))
            return;
        leg.WhenAnswered(() =>
        {
            if (linked.Bridge is not null && body.Flag("prevent_double_bridge"))
                leg.End(LegEnd.HangUp(byCaller: true, answered: true));
            else
                LegBridge.JoinWhenReady(leg, linked, body);
        });
    }

    public static TelnyxError? Bridge(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (Target(leg, body, out var other) is { } refusal)
            return refusal;
        if (other!.Bridge is not null && body.Flag("prevent_double_bridge"))
            return TelnyxError.Unprocessable(TelnyxErrors.InvalidCommand, "The other call is bridged.", "/call_control_id");
        other.Place.Leave("bridged");
        leg.Place.Leave("bridged");
        LegBridge.JoinWhenReady(leg, other, body, () => leg.Recordings.StartFromAnswer(body));
        return null;
    }

    /// <summary>
    /// Unverified: that a webhook address in the command holds for the new leg only, and that the new leg gives up when the first one
    /// ends.
    /// </summary>
    public static TelnyxError? Transfer(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        var from = body.Text("from") ?? leg.To;
        var target = TelnyxDialer.Initiate(leg.Context, leg.Session, body, from, body.Text("target_leg_client_state"));
        leg.WhenEnded(_ =>
        {
            if (target.State is LegState.Ringing)
                target.End(LegEnd.HangUp(byCaller: true, answered: false));
        });
        target.WhenAnswered(() =>
        {
            leg.Place.Leave("bridged");
            LegBridge.JoinWhenReady(leg, target, body, () => leg.Recordings.StartFromAnswer(body));
        });
        TelnyxDialer.Ring(target, body);
        return null;
    }

    /// <summary>The leg that <c>call_control_id</c> names, or the first of a queue; video rooms are not emulated.</summary>
    private static TelnyxError? Target(TelnyxLeg leg, RequestBody body, out TelnyxLeg? other)
    {
        other = null;
        if (body.Text("queue") is { } name)
        {
            other = leg.Context.Queues.Find(name)?.Waiting.FirstOrDefault();
            return other is null ? TelnyxError.Unprocessable(TelnyxErrors.NotFound, "Nobody waits in that queue.", "/queue") : null;
        }

        if (body.Text("call_control_id") is not { } id)
            return TelnyxError.Unprocessable(TelnyxErrors.NotFound, "Video rooms are not emulated.", "/video_room_id");
        other = leg.Context.Legs.GetValueOrDefault(id);
        return other is null ? TelnyxError.Unprocessable(TelnyxErrors.InvalidCall, pointer: "/call_control_id")
            : !other.IsAlive ? TelnyxError.Unprocessable(TelnyxErrors.CallEnded, pointer: "/call_control_id")
            : other == leg ? TelnyxError.Unprocessable(TelnyxErrors.InvalidCommand, "The call itself.", "/call_control_id")
            : null;
    }
}

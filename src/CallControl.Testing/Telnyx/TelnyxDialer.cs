using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Makes outgoing legs, for <c>dial</c> and for <c>transfer</c>, and lets the called number do what it was set to do. Unverified: that
/// of several numbers dialled at once the leg reports the first that would answer, and that the commands' time limit counts per leg.
/// </summary>
internal static class TelnyxDialer
{
    /// <summary>Makes the leg and tells of it; it rings from then on.</summary>
    public static TelnyxLeg Initiate(TelnyxContext context, TelnyxSession session, RequestBody body, string from, string? clientState)
    {
        var targets = RequestBody.TextsOf(body.Element("to")).Select(TelnyxRules.SplitDigits).ToArray();
        var chosen = targets.FirstOrDefault(target => Picks(context.Callees.Of(target.Number)), targets[0]);
        var leg = new TelnyxLeg(context, session, isIncoming: false, from, chosen.Number) { ClientState = clientState };
        leg.Webhooks.Configure(body);
        leg.Raise(TelnyxEvents.Initiated, Announce(leg, body.Text("from_display_name", from)));
        leg.WhenAnswered(() => Answered(leg, body, body.Text("send_digits_on_answer") ?? chosen.Digits));
        return leg;
    }

    /// <summary>Lets the number ring, answer or refuse. Call it when all is prepared: it may be answered before this returns.</summary>
    public static void Ring(TelnyxLeg leg, RequestBody body)
    {
        leg.After(body.Seconds("timeout_secs", 30), () =>
        {
            if (leg.State is LegState.Ringing)
                leg.End(LegEnd.Timeout);
        });
        leg.Context.Desk.Ring(new EmulatedCallee(leg, leg.From, leg.To));
        switch (leg.Context.Callees.Of(leg.To))
        {
            case CalleeBehavior.Answer:
                leg.After(leg.Options.RingTime, () => leg.AnswerAsCallee(isMachine: false));
                break;
            case CalleeBehavior.Machine:
                leg.After(leg.Options.RingTime, () => leg.AnswerAsCallee(isMachine: true));
                break;
            case CalleeBehavior.Busy:
                leg.After(leg.Options.RingTime, () => leg.RejectAsCallee(busy: true));
                break;
            case CalleeBehavior.Reject:
                leg.After(leg.Options.RingTime, () => leg.RejectAsCallee(busy: false));
                break;
        }
    }

    /// <summary>The payload of <c>call.initiated</c>, for both directions.</summary>
    public static JsonObject Announce(TelnyxLeg leg, string callerName)
    {
        var payload = new JsonObject
        {
            ["caller_id_name"] = callerName,
            ["connection_codecs"] = "PCMU,PCMA,G722",
            ["offered_codecs"] = "PCMU,PCMA",
            ["custom_headers"] = new JsonArray(),
            ["direction"] = leg.IsIncoming ? "incoming" : "outgoing",
            ["sip_headers"] = new JsonArray(),
            ["start_time"] = TelnyxTime.Of(leg.StartTime),
            ["state"] = leg.IsIncoming ? "parked" : "bridging",
            ["tags"] = new JsonArray(),
        };
        if (!leg.IsIncoming)
            return payload;

        // Unverified: that only incoming calls are attested, and the form of the two addresses seen in the field.
        payload["shaken_stir_attestation"] = "A";
        payload["shaken_stir_validated"] = true;
        payload["from_sip_uri"] = SipUriOf(leg.From);
        payload["to_sip_uri"] = SipUriOf(leg.To);
        return payload;
    }

    /// <summary>What <c>dial</c> and <c>answer</c> ask to begin with the answer.</summary>
    public static void BeginServices(TelnyxLeg leg, RequestBody body)
    {
        leg.Streams.StartStream(body);
        LegDetection.BeginDeepfake(leg, body);
        if (body.Flag("transcription"))
            leg.Transcription.Start(body.Object("transcription_config"));
        if (body.Object("assistant") is { } assistant)
            leg.Assistant.Start(assistant.Text("id"));
        else if (body.Object("conversation_relay_config") is not null)
            leg.Assistant.Start(assistantId: null, isRelay: true);
    }

    private static string SipUriOf(string party) => TelnyxRules.IsSipUri(party) ? party : $"{party}@sip.telnyx.example.com";

    private static bool Picks(CalleeBehavior behavior) =>
        behavior is CalleeBehavior.Answer or CalleeBehavior.Machine or CalleeBehavior.Manual;

    private static void Answered(TelnyxLeg leg, RequestBody body, string? digits)
    {
        leg.After(body.Seconds("time_limit_secs", 14_400), () => leg.End(LegEnd.TimeLimit));
        LegDetection.Begin(leg, body.Text("answering_machine_detection", "disabled"));
        foreach (var digit in digits ?? "")
        {
            if (digit is not ('w' or 'W'))
                leg.Hear(digit);
        }
    }
}

using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Makes outgoing legs, for <c>dial</c> and for SWML's <c>connect</c>, and lets the called party do what it was set to do.</summary>
internal static class SignalWireDialer
{
    /// <summary>How long <c>dial</c> rings where the command does not say. Unverified: the vendor documents no default.</summary>
    private static readonly TimeSpan RingTimeout = TimeSpan.FromSeconds(60);

    private static readonly string[] DefaultEvents = ["ended"];

    /// <summary>
    /// Makes the leg of <c>dial</c>, which does not ring yet. Unverified: that <c>fallback_url</c> gets a POST whatever
    /// <c>url_method</c> says, and that a call to a <c>to_script</c> alone is answered as if by a person.
    /// </summary>
    public static SignalWireLeg Make(SignalWireContext context, WebhookQueue queue, RequestBody body)
    {
        var leg = new SignalWireLeg(context, queue, isInbound: false, body.Text("from", ""), body.Text("to", "script")) { Url = body.Text("url") };
        if (body.Text("status_url") is { } statusUrl)
        {
            var target = new Uri(statusUrl);
            var events = body.Has("status_events") ? RequestBody.TextsOf(body.Element("status_events")) : DefaultEvents;
            leg.StateUrls.Add(new LegStateUrl(() => target, events));
        }

        if (body.Element("custom_variables") is { } variables)
            leg.Environment = JsonParts.ObjectOf(variables);
        leg.WhenAnswered(() =>
        {
            foreach (var digit in body.Text("send_digits", "").Where(static digit => digit is not ('w' or ',')))
                leg.Hear(digit);
            BeginScript(leg, body);
        });
        return leg;
    }

    public static void Ring(SignalWireLeg leg, RequestBody body) => Ring(leg, body.Duration("timeout") ?? RingTimeout);

    /// <summary>Lets the party ring, answer or refuse. Call it when all is prepared: it may be answered before this returns.</summary>
    public static void Ring(SignalWireLeg leg, TimeSpan timeout)
    {
        leg.BecomeCreated();
        leg.BecomeRinging();
        leg.After(timeout, () =>
        {
            if (!leg.IsAnswered)
                leg.End(SignalWireEnd.NoAnswer);
        });
        leg.Context.Desk.Ring(new EmulatedCallee(leg, leg.From, leg.To));
        var ringTime = leg.Options.RingTime;
        switch (leg.Context.Callees.Of(leg.To))
        {
            case CalleeBehavior.Answer:
                leg.After(ringTime, () => leg.AnswerAsCallee(isMachine: false));
                break;
            case CalleeBehavior.Machine:
                leg.After(ringTime, () => leg.AnswerAsCallee(isMachine: true));
                break;
            case CalleeBehavior.Busy:
                leg.After(ringTime, () => leg.RejectAsCallee(busy: true));
                break;
            case CalleeBehavior.Reject:
                leg.After(ringTime, () => leg.RejectAsCallee(busy: false));
                break;
        }
    }

    /// <summary>Begins what <c>dial</c> and <c>update</c> name: an inline document, or one to be fetched.</summary>
    public static void BeginScript(SignalWireLeg leg, RequestBody body)
    {
        var run = leg.Begin();
        if (body.Element("swml") is { } inline)
        {
            run.Start(SwmlDocument.Of(inline, out _)!);
            return;
        }

        Uri?[] addresses = [AddressOf(body, "url"), AddressOf(body, "fallback_url")];
        run.StartFrom([.. addresses.OfType<Uri>()], isGet: body.Text("url_method") is "GET");
    }

    /// <summary>What the answer to every command says of the leg.</summary>
    public static JsonObject Describe(SignalWireLeg leg)
    {
        var isDevice = leg.Options.AnswerWithDeviceLegs || leg.Kind is "webrtc";
        var until = leg.EndTime ?? leg.Context.Time.GetUtcNow();
        var length = until - (leg.AnsweredAt ?? until);
        var told = new JsonObject
        {
            ["id"] = leg.Id,
            ["from"] = leg.From,
            ["to"] = leg.To,
            ["direction"] = leg.IsInbound ? "inbound" : leg.Parent is null ? "outbound-api" : "outbound",
            ["status"] = isDevice ? null : StatusOf(leg),
            ["source"] = "realtime_api",
            ["type"] = isDevice ? "fabric_subscriber_device_leg" : TypeOf(leg),
            ["url"] = leg.Url,
            ["charge"] = 0.0,
            ["created_at"] = leg.StartTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["charge_details"] = new JsonArray(),
        };
        if (isDevice)
            return told;
        told["parent_id"] = leg.Parent?.Id;
        told["duration"] = (int)length.TotalSeconds;
        told["duration_ms"] = (int)length.TotalMilliseconds;
        told["billing_ms"] = (int)length.TotalMilliseconds;
        return told;
    }

    private static string TypeOf(SignalWireLeg leg) => leg.Kind switch
    {
        "phone" => "relay_pstn_call",
        "sip" => "relay_sip_call",
        _ => "relay_webrtc_call",
    };

    /// <summary>Unverified: that a leg that was given up before its answer is "canceled", and which ends are "failed".</summary>
    private static string StatusOf(SignalWireLeg leg) => leg.State switch
    {
        SignalWireState.Queued => "queued",
        SignalWireState.Created => "created",
        SignalWireState.Ringing => "ringing",
        SignalWireState.Answered => "answered",
        _ when leg.Ending?.Reason is "error" => "failed",
        _ when leg.Ending?.Reason is "cancel" => "canceled",
        _ => leg.AnsweredAt is null ? "ended" : "completed",
    };

    private static Uri? AddressOf(RequestBody body, string name) => body.Text(name) is { } text ? new Uri(text) : null;
}

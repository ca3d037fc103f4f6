using System.Globalization;
using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// A SIP REFER. Unverified: that the leg ends once the far end has dialled on, that a failed one leaves it as it was, and which SIP
/// status becomes which state.
/// </summary>
internal static class ReferProgress
{
    public static void Start(SignalWireLeg leg, string to, Uri? statusUrl, Action<string, int>? ended = null)
    {
        Tell(leg, to, statusUrl, "inProgress", notify: null);
        leg.After(leg.Options.ServiceTime, () =>
        {
            var status = leg.Context.Script.ReferResponse?.Invoke(to) ?? 200;
            var state = status switch
            {
                < 300 => "success",
                486 or 600 => "busy",
                487 => "cancel",
                408 or 480 => "noAnswer",
                _ => "error",
            };
            Tell(leg, to, statusUrl, state, status);
            if (state is "success")
                leg.End(SignalWireEnd.ByParty(leg.IsInbound, wasAnswered: true));
            else
                ended?.Invoke(state, status);
        });
    }

    private static void Tell(SignalWireLeg leg, string to, Uri? statusUrl, string state, int? notify)
    {
        var told = new JsonObject { ["state"] = state, ["sip_refer_to"] = to, ["sip_refer_response_code"] = "202" };
        if (notify is { } code)
            told["sip_notify_response_code"] = code.ToString(CultureInfo.InvariantCulture);
        leg.Raise(SignalWireEvents.Refer, told, () => statusUrl);
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

/// <summary>What must be read from a call's first requests and from the ragged ones, by the file's name. Of the others only the names count.</summary>
internal static class RequestSamples
{
    private static readonly RealTimeRequest Usual = new()
    {
        App = "4346423A",
        VendorCallId = 421_889,
        CallerNumber = "+33639980007",
        StartedAt = new DateTimeOffset(2012, 1, 9, 17, 27, 55, TimeSpan.Zero),
        Number = "+33199000001",
        CommandId = "0",
        Status = RealTimeCallStatus.Up,
        Variables = new JsonObject { ["step"] = "menu" },
    };

    private static readonly RealTimeRequest Bare = new() { VendorCallId = 421_889 };

    public static IReadOnlyDictionary<string, RealTimeRequest> All { get; } = new Dictionary<string, RealTimeRequest>
    {
        ["first/inbound"] = Usual with { Status = RealTimeCallStatus.IncomingCall, CallerName = "Zoë", Variables = [] },
        ["first/outbound"] = Usual with { RequestHash = "4260XMAQ", CallerNumber = "", Number = "+33639980001", CdrField = "000CUSTOMFIELD42", Variables = [] },
        ["ragged/almost-empty"] = Bare,
        ["ragged/callid-beyond-64-bits"] = Usual with { VendorCallId = 0, RequestHash = "4260XMAQ", Others = Names("callid") },
        ["ragged/empty-request-hash"] = Usual,
        ["ragged/false-error"] = Usual with { Command = "wait", CommandId = "3", CommandResult = "0" },
        ["ragged/false-request-hash"] = Usual,
        ["ragged/filled-list-variables"] = Usual with { Variables = [], Others = Names("variables") },
        ["ragged/half-a-surrogate"] = Bare with
        {
            Variables = new JsonObject
            {
                ["step"] = "menu",
                ["text"] = null,
                ["list"] = new JsonArray(null, JsonNode.Parse("1e999"), true, null),
            },
            Others = Names("cli_name", "call_status", "date_started"),
        },
        ["ragged/hash-only"] = new RealTimeRequest { RequestHash = "4260XMAQ" },
        ["ragged/label-as-id"] = Usual with { Command = "read", CommandId = "main_menu", CommandResult = "1" },
        ["ragged/largest-callid"] = Usual with { VendorCallId = ulong.MaxValue },
        ["ragged/list-variables"] = Usual with { Variables = [] },
        ["ragged/mark"] = Bare with { Status = RealTimeCallStatus.Up },
        ["ragged/new-members"] = Usual with { Others = Names("sip_call_id", "quality") },
        ["ragged/new-status"] = Usual with { Status = new RealTimeCallStatus("ON_HOLD") },
        ["ragged/nineteen-nines-callid"] = Usual with { VendorCallId = ulong.Parse(new string('9', 19), CultureInfo.InvariantCulture) },
        ["ragged/null-variables"] = Usual with { Variables = [], Others = null },
        ["ragged/nulls"] = Bare,
        ["ragged/numbers-as-text"] = Usual with { Command = "send_dtmf", CommandId = "3", CommandResult = "0" },
        ["ragged/other-types"] = Bare with
        {
            Variables = new JsonObject { ["step"] = "menu" },
            Others = Names(
                "app", "request_hash", "cli_name", "cli_number", "date_started", "number", "command", "command_id", "command_result", "command_error", "call_status", "cdr_field"),
        },
        ["ragged/text-variables"] = Usual with { Variables = [], Others = Names("variables") },
        ["ragged/texts-as-numbers"] = Usual with
        {
            App = "43464230",
            RequestHash = "42604260",
            CallerName = "true",
            CallerNumber = "33639980007",
            Number = "33199000001",
            Command = "read",
            CommandResult = "345",
            CommandError = "0",
            Status = new RealTimeCallStatus("1"),
            CdrField = "42",
        },
        ["ragged/twice"] = Bare with { Variables = new JsonObject { ["step"] = "menu", ["inner"] = new JsonObject { ["b"] = 2 } } },
        ["ragged/unreadable-date"] = Usual with { StartedAt = null, Others = Names("date_started") },
        ["ragged/zero-date"] = Usual with { StartedAt = null, Others = Names("date_started") },
    };

    private static Dictionary<string, JsonElement> Names(params string[] names) => names.ToDictionary(name => name, _ => default(JsonElement));
}

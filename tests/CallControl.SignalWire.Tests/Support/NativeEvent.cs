using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>A request of the vendor's, as it travels.</summary>
/// <param name="Path">Where it is sent to, below the account's own path.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Identity">What it shares with a second delivery of the same thing.</param>
internal sealed record NativeEvent(string Path, byte[] Body, string Identity)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Status = "status";

    /// <summary>A report in the vendor's envelope.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="call">The leg that it is of; null where it names none.</param>
    /// <param name="second">When it happened, from <see cref="Start"/>.</param>
    /// <param name="members">What is in its params besides.</param>
    public static NativeEvent Of(string name, CallId? call, double second, params (string Name, JsonNode? Value)[] members)
    {
        var parameters = new JsonObject();
        if (call is { } leg)
        {
            parameters["call_id"] = leg.Value;
            parameters["node_id"] = "8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east";
        }

        foreach (var (member, value) in members)
            parameters[member] = value?.DeepClone();

        var body = new JsonObject
        {
            ["event_type"] = name,
            ["event_channel"] = "swml:5e1f0a9b-7c3d-4e2f-8a6b-9c0d1e2f3a44",
            ["timestamp"] = Start.AddSeconds(second).ToUnixTimeMilliseconds() / 1000.0,
            ["project_id"] = AdapterHarness.ProjectId,
            ["space_id"] = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            ["params"] = parameters,
        };
        return new NativeEvent(Status, Utf8(body), body.ToJsonString());
    }

    /// <summary>A report in the vendor's other form, without a time: every delivery is one of its own.</summary>
    public static NativeEvent Flat(params (string Name, JsonNode? Value)[] members) => new(
        Status, Utf8(new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, member.Value?.DeepClone())))), Guid.NewGuid().ToString());

    /// <summary>The state that a leg has come into.</summary>
    public static NativeEvent State(CallId call, string state, double second = 0, params (string Name, JsonNode? Value)[] members) =>
        Of("calling.call.state", call, second, [("call_state", state), .. members]) with { Identity = $"{call}:{state}" };

    /// <summary>The end of a leg.</summary>
    public static NativeEvent Ended(CallId call, string reason = "hangup", double second = 0) => State(call, "ended", second, ("end_reason", reason));

    /// <summary>A report about an operation that is known by its <c>control_id</c>.</summary>
    public static NativeEvent About(string kind, CallId call, OperationId operation, string state, double second = 0, params (string Name, JsonNode? Value)[] members) =>
        Of($"calling.call.{kind}", call, second, [("control_id", operation.Value), ("state", state), .. members]);

    /// <summary>What a collect reports.</summary>
    public static NativeEvent Collect(CallOperation gather, string type, JsonObject? given = null, double second = 0, params (string Name, JsonNode? Value)[] members) =>
        Of("calling.call.collect", gather.Call, second, [
            ("control_id", gather.Id.Value),
            ("result", given is null ? new JsonObject { ["type"] = type } : new JsonObject { ["type"] = type, ["params"] = given }),
            .. members]);

    /// <summary>The keys that were pressed.</summary>
    public static NativeEvent Digits(CallOperation gather, string digits, string terminator = "", double second = 0) =>
        Collect(gather, "digit", new JsonObject { ["digits"] = digits, ["terminator"] = terminator }, second);

    /// <summary>What became of a connect.</summary>
    public static NativeEvent Connect(CallOperation transfer, string state, double second = 0, params (string Name, JsonNode? Value)[] members) =>
        Of("calling.call.connect", transfer.Call, second, [("connect_state", state), .. members]).To(transfer.Id);

    /// <summary>What became of a REFER.</summary>
    public static NativeEvent Refer(CallOperation transfer, string state, double second = 0) =>
        Of("calling.call.refer", transfer.Call, second, ("state", state), ("sip_refer_to", "sip:desk@sip.example.com")).To(transfer.Id);

    /// <summary>What happened in a bridge's conference.</summary>
    public static NativeEvent Conference(CallId? call, OperationId bridge, string status, double second = 0) => Of(
        "calling.conference", call, second, ("conference_id", "6a7b8c9d-0e1f-4a2b-8c3d-4e5f6a7b8c9d"), ("name", $"callcontrol-{bridge}"), ("size", 1), ("status", status))
        .To(bridge);

    /// <summary>The request for the document of a call.</summary>
    public static NativeEvent Fetch(CallId call, string direction = "inbound") => Asking("swml", call, "created", direction);

    /// <summary>The request for the document of a call that has been answered.</summary>
    public static NativeEvent AnsweredFetch(CallId call) => Asking("swml/answered", call, "answered", "inbound");

    /// <summary>The same, sent to an operation's own address.</summary>
    public NativeEvent To(OperationId operation) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"{Status}/{operation}") };

    private static NativeEvent Asking(string path, CallId call, string state, string direction) => new(
        path,
        Utf8(new JsonObject
        {
            ["call"] = new JsonObject
            {
                ["call_id"] = call.Value,
                ["node_id"] = "8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east",
                ["segment_id"] = "5e1f0a9b-7c3d-4e2f-8a6b-9c0d1e2f3a44",
                ["call_state"] = state,
                ["direction"] = direction,
                ["type"] = "phone",
                ["from"] = "+15550100001",
                ["to"] = "+15550100002",
                ["headers"] = new JsonArray(),
                ["project_id"] = AdapterHarness.ProjectId,
                ["space_id"] = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            },
            ["vars"] = new JsonObject(),
            ["envs"] = new JsonObject(),
            ["params"] = new JsonObject(),
        }),
        state == "answered" ? $"{call}:answered" : $"{call}:fetch");

    private static byte[] Utf8(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());
}

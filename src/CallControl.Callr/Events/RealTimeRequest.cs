using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr;

/// <summary>What the vendor tells of a call, and asks: what next? (<c>RT.Request</c>)</summary>
/// <remarks>Read with tolerance: a member that is missing or of another type than documented is left at its default. What was not understood is kept in <see cref="Others"/>.</remarks>
public sealed record RealTimeRequest
{
    /// <summary>The Real-Time app, by hash (<c>app</c>).</summary>
    public string App { get; init; } = "";

    /// <summary>The vendor's number of the call, the same as in its call detail records (<c>callid</c>).</summary>
    /// <value>0 when it is missing.</value>
    public ulong VendorCallId { get; init; }

    /// <summary>Of an outbound call the name that the vendor gave when the call was asked for (<c>request_hash</c>); null for an inbound call.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The caller's name; may be empty (<c>cli_name</c>).</summary>
    public string CallerName { get; init; } = "";

    /// <summary>The caller's number; empty when it is withheld (<c>cli_number</c>).</summary>
    public string CallerNumber { get; init; } = "";

    /// <summary>When the call began (<c>date_started</c>).</summary>
    /// <value>UTC; null when it is missing or unreadable.</value>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The number that was called (<c>number</c>).</summary>
    public string Number { get; init; } = "";

    /// <summary>The command that is reported on; empty in a call's first request (<c>command</c>).</summary>
    public string Command { get; init; } = "";

    /// <summary>The <c>command_id</c> that the command was sent with, as text.</summary>
    /// <value><c>0</c> in a call's first request; empty when it is missing.</value>
    public string CommandId { get; init; } = "";

    /// <summary>The command's result, as text; empty for none (<c>command_result</c>).</summary>
    public string CommandResult { get; init; } = "";

    /// <summary>Why the command failed; empty when it did not (<c>command_error</c>).</summary>
    public string CommandError { get; init; } = "";

    /// <summary>Where the call stands (<c>call_status</c>).</summary>
    public RealTimeCallStatus Status { get; init; }

    /// <summary>The tag that the call was asked for with; empty for none (<c>cdr_field</c>).</summary>
    public string CdrField { get; init; } = "";

    /// <summary>What was sent along with the last command (<c>variables</c>).</summary>
    public JsonObject Variables { get; init; } = [];

    /// <summary>Members that this version does not know, or that are of another type than documented; null for none.</summary>
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>Whether somebody called, rather than was called.</summary>
    public bool IsInbound => string.IsNullOrEmpty(RequestHash);

    /// <summary>Whether it reports on no command: the first request of a call.</summary>
    public bool IsFirst => Command.Length == 0;

    /// <summary>Whether the call is over, so that no command is expected. A status that this version does not know is taken for a live call's.</summary>
    public bool IsTerminal => Status == RealTimeCallStatus.Hangup || Status == RealTimeCallStatus.NoAnswer || Status == RealTimeCallStatus.Busy
        || Status == RealTimeCallStatus.Congestion || Status == RealTimeCallStatus.Rejected;

    /// <summary>The call in neutral words: an outbound one is named by <see cref="RequestHash"/>, an inbound one by <see cref="VendorCallId"/>.</summary>
    public CallId Call => !IsInbound ? new CallId(RequestHash!) : VendorCallId == 0 ? default : new CallId(VendorCallId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The call, the command and the status: the numbers and what was entered stay out of logs.</summary>
    public override string ToString() => $"{nameof(RealTimeRequest)} {{ Call = {Call}, Command = {Command}, Status = {Status} }}";
}

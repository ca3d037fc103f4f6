using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr;

/// <summary>What the vendor tells of a call, and asks: what next? (<c>RT.Request</c>)</summary>
/// <remarks>Read with tolerance: a member that is missing or of another type than documented is left at its default. Members that are not known are kept.</remarks>
public sealed record RealTimeRequest
{
    /// <summary>The Real-Time app, by hash.</summary>
    public string App { get; init; } = "";

    /// <summary>The vendor's number of the call, the same as in its call detail records.</summary>
    /// <value>0 when it is missing.</value>
    public ulong CallNumber { get; init; }

    /// <summary>Of an outbound call the name that the vendor gave when the call was asked for; null for an inbound call.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The caller's name; may be empty.</summary>
    public string CallerName { get; init; } = "";

    /// <summary>The caller's number; empty when it is withheld.</summary>
    public string CallerNumber { get; init; } = "";

    /// <summary>When the call began.</summary>
    /// <value>UTC; null when it is missing or unreadable.</value>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The number that was called.</summary>
    public string Number { get; init; } = "";

    /// <summary>The command that is reported on; empty in a call's first request.</summary>
    public string Command { get; init; } = "";

    /// <summary>The <c>command_id</c> that the command was sent with, as text.</summary>
    /// <value><c>0</c> in a call's first request.</value>
    public string CommandId { get; init; } = "";

    /// <summary>The command's result, as text; empty for none.</summary>
    public string CommandResult { get; init; } = "";

    /// <summary>Why the command failed; empty when it did not.</summary>
    public string CommandError { get; init; } = "";

    /// <summary>Where the call stands.</summary>
    public RealTimeCallStatus Status { get; init; }

    /// <summary>The tag that the call was asked for with; empty for none.</summary>
    public string CdrField { get; init; } = "";

    /// <summary>What was sent along with the last command.</summary>
    public JsonObject Variables { get; init; } = [];

    /// <summary>Members that this version does not know.</summary>
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>Whether somebody called, rather than was called.</summary>
    public bool IsInbound => string.IsNullOrEmpty(RequestHash);

    /// <summary>Whether it reports on no command: the first request of a call.</summary>
    public bool IsFirst => Command.Length == 0;

    /// <summary>Whether the call is over, so that no command is expected. A status that this version does not know is taken for a live call's.</summary>
    public bool IsTerminal => Status == RealTimeCallStatus.Hangup || Status == RealTimeCallStatus.NoAnswer || Status == RealTimeCallStatus.Busy
        || Status == RealTimeCallStatus.Congestion || Status == RealTimeCallStatus.Rejected;

    /// <summary>The call in neutral words: an outbound one is named by <see cref="RequestHash"/>, an inbound one by <see cref="CallNumber"/>.</summary>
    public CallId Call => !IsInbound ? new CallId(RequestHash!) : CallNumber == 0 ? default : new CallId(CallNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The call, the command and the status: the numbers and what was entered stay out of logs.</summary>
    public override string ToString() => $"{nameof(RealTimeRequest)} {{ Call = {Call}, Command = {Command}, Status = {Status} }}";
}

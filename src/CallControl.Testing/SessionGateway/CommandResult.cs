using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The one <c>command.result</c> that every command of a call earns.</summary>
internal sealed class CommandResult
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly GatewaySession _session;
    private readonly LockedTimer? _limit;
    private bool _given;

    public CommandResult(GatewaySession session, string commandUid, bool deferred)
    {
        _session = session;
        CommandUid = commandUid;
        if (deferred)
            _limit = session.After(Limit, () => Give(success: false));
    }

    public string CommandUid { get; }

    /// <summary>Reports the outcome, unless the two seconds have reported a failure already.</summary>
    public void Give(bool success)
    {
        if (_given)
            return;
        _given = true;
        _limit?.Cancel();
        _session.Settle(this);
        _session.Raise(GatewayEvents.CommandResult, new JsonObject { ["command_uid"] = CommandUid, ["success"] = success });
    }
}

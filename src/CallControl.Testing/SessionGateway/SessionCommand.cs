namespace CallControl.Testing;

/// <summary>Carries a validated command out, under its call's lock.</summary>
internal delegate void CommandEffect(GatewaySession session, CommandResult result);

/// <summary>One command of a call: how fast it may be repeated, when its result comes, what its body may hold, what it does.</summary>
/// <param name="Group">The cooldown it shares with others; null for none.</param>
/// <param name="Deferred">Whether <c>command.result</c> waits for the command's end, two seconds at most, or comes at once.</param>
/// <param name="Fields">The fields it takes beside <c>command_uid</c>.</param>
/// <param name="Bind">Reads and checks the body; refusals are left in the fields.</param>
internal sealed record SessionCommand(
    CooldownGroup? Group,
    bool Deferred,
    string[] Fields,
    Func<RequestFields, GatewayContext, string, CommandEffect> Bind);

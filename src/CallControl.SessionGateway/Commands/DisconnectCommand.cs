namespace CallControl.SessionGateway;

/// <summary>Gives the call back to the switch's dial plan; a <c>call.hangup</c> usually follows.</summary>
/// <remarks>Immediate: <c>command.result</c> comes at once. Unverified: the path, by the pattern of the others, and whether there are fields. Source: <c>/webhooks/mapping/</c>.</remarks>
public sealed record DisconnectCommand() : SessionCommand(SessionGatewayCommandNames.Disconnect);

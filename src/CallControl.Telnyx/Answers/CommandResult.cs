namespace CallControl.Telnyx;

/// <summary>Telnyx has taken a command.</summary>
public sealed record CommandResult : TelnyxCommandResult;

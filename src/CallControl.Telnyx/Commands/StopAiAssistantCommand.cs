namespace CallControl.Telnyx;

/// <summary>Ends an AI assistant.</summary>
/// <remarks><c>call.conversation.ended</c> is expected to follow.</remarks>
public sealed record StopAiAssistantCommand() : TelnyxCallCommand("ai_assistant_stop");

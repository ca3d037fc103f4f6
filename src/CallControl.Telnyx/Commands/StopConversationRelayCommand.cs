namespace CallControl.Telnyx;

/// <summary>Ends Conversation Relay.</summary>
/// <remarks><c>call.conversation.ended</c> is expected to follow.</remarks>
public sealed record StopConversationRelayCommand() : TelnyxCallCommand("conversation_relay_stop");

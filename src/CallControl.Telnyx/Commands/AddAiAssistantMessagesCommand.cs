using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Adds messages to an AI assistant's conversation.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record AddAiAssistantMessagesCommand() : TelnyxCallCommand("ai_assistant_add_messages")
{
    /// <summary>The messages.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("messages")]
    public IReadOnlyList<AssistantMessage>? Messages { get; init; }

    /// <summary>Whether the assistant answers at once, even into what the caller says.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("trigger_response")]
    public bool? TriggerResponse { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        AssistantMessage.Validate(violations, "messages", Messages);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Adds a leg to an AI assistant's conversation.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record JoinAiAssistantCommand() : TelnyxCallCommand("ai_assistant_join")
{
    /// <summary>The conversation, as the start of the assistant answered it.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("conversation_id")]
    public required string ConversationId { get; init; }

    /// <summary>The leg.</summary>
    [JsonPropertyName("participant")]
    public required AssistantParticipant Participant { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("conversation_id", ConversationId);
        if (Participant is null)
            violations.Add("participant", "must be given");
        else
            Participant.Validate(violations, "participant");
    }
}

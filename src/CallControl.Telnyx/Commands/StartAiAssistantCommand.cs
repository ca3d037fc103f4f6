using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Has an AI assistant talk on a leg.</summary>
/// <remarks>
/// Refused with code 90061 while one does. <c>call.conversation.ended</c> and <c>call.conversation_insights.generated</c> follow. Until August 2026
/// the voice stood here; it is now <see cref="CallAssistant.VoiceSettings"/>.
/// </remarks>
public sealed record StartAiAssistantCommand() : TelnyxCallCommand("ai_assistant_start")
{
    /// <summary>A stored AI assistant that takes the call.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("assistant")]
    public CallAssistant? Assistant { get; init; }

    /// <summary>What is said at the beginning.</summary>
    /// <value>At most 3000 characters. Null, the default, for nothing.</value>
    [JsonPropertyName("greeting")]
    public string? Greeting { get; init; }

    /// <summary>Whether the caller may cut in.</summary>
    /// <value>Null, the default: the caller may.</value>
    [JsonPropertyName("interruption_settings")]
    public InterruptionSettings? InterruptionSettings { get; init; }

    /// <summary>What was said earlier.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("message_history")]
    public IReadOnlyList<AssistantMessage>? MessageHistory { get; init; }

    /// <summary>Further legs that take part.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("participants")]
    public IReadOnlyList<AssistantParticipant>? Participants { get; init; }

    /// <summary>Whether each change of the conversation is reported.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("send_message_history_updates")]
    public bool? SendMessageHistoryUpdates { get; init; }

    /// <summary>How the caller is understood.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("transcription")]
    public AssistantTranscription? Transcription { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        Assistant?.Validate(violations, "assistant");
        violations.CheckLength("greeting", Greeting, 0, 3000);
        AssistantMessage.Validate(violations, "message_history", MessageHistory);
        for (var i = 0; i < Participants?.Count; i++)
            Participants[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"participants[{i}]"));
    }
}

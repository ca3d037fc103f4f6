using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>An assistant has gathered what it was to, or gave up.</summary>
/// <remarks>Name on the wire: <c>call.ai_gather.ended</c>.</remarks>
public sealed record CallAiGatherEndedEvent : TelnyxEvent
{
    /// <summary>Whether it fits what was asked for.</summary>
    [JsonPropertyName("status")]
    public AiGatherStatus Status { get; init; }

    /// <summary>What was gathered, an object of the shape asked for by the command.</summary>
    [JsonPropertyName("result")]
    public JsonElement? Result { get; init; }

    /// <summary>What was said so far, oldest first; empty where there is nothing.</summary>
    [JsonPropertyName("message_history")]
    public IReadOnlyList<AiGatherMessage> MessageHistory { get; init => field = value ?? []; } = [];
}

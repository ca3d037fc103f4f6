using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>An assistant has gathered some of what it is to.</summary>
/// <remarks>Name on the wire: <c>call.ai_gather.partial_results</c>.</remarks>
public sealed record CallAiGatherPartialResultsEvent : TelnyxEvent
{
    /// <summary>What was gathered so far, an object of the shape asked for by the command.</summary>
    [JsonPropertyName("partial_results")]
    public JsonElement? PartialResults { get; init; }

    /// <summary>What was said so far, oldest first; empty where there is nothing.</summary>
    [JsonPropertyName("message_history")]
    public IReadOnlyList<AiGatherMessage> MessageHistory { get; init => field = value ?? []; } = [];
}

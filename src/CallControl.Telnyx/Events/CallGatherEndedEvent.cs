using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A gathering of keys ended.</summary>
/// <remarks>Name on the wire: <c>call.gather.ended</c>.</remarks>
public sealed record CallGatherEndedEvent : TelnyxEvent
{
    /// <summary>The keys.</summary>
    [JsonPropertyName("digits")]
    public string? Digits { get; init; }

    /// <summary>How it ended.</summary>
    [JsonPropertyName("status")]
    public GatherStatus Status { get; init; }

    /// <summary>The id given with the command. Unverified: promised by the command, not in the schema of the event.</summary>
    [JsonPropertyName("gather_id")]
    public string? GatherId { get; init; }
}

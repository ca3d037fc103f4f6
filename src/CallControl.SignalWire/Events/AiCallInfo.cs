using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What conversation this is.</summary>
public sealed record AiCallInfo
{
    /// <summary>The leg; <c>default</c> where it was absent.</summary>
    [JsonPropertyName("call_id")]
    public CallId Call { get; init; }

    /// <summary>The project, a UUID.</summary>
    [JsonPropertyName("project_id")]
    public string? ProjectId { get; init; }

    /// <summary>The space, a UUID.</summary>
    [JsonPropertyName("space_id")]
    public string? SpaceId { get; init; }

    /// <summary>A word of the vendor's for the kind of content.</summary>
    [JsonPropertyName("content_type")]
    public string? ContentType { get; init; }

    /// <summary>A word of the vendor's for how the content came to be.</summary>
    [JsonPropertyName("content_disposition")]
    public string? ContentDisposition { get; init; }

    /// <summary>A word of the vendor's for the kind of conversation.</summary>
    [JsonPropertyName("conversation_type")]
    public string? ConversationType { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiCallInfo);
}

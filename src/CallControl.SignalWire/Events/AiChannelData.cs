using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What leg a conversation is of.</summary>
public sealed record AiChannelData
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

    /// <summary>When the leg began, as the vendor writes it. Unverified: how.</summary>
    [JsonPropertyName("call_start_date")]
    public string? CallStartDate { get; init; }

    /// <summary>When it was answered, likewise.</summary>
    [JsonPropertyName("call_answer_date")]
    public string? CallAnswerDate { get; init; }

    /// <summary>When it ended, likewise.</summary>
    [JsonPropertyName("call_end_date")]
    public string? CallEndDate { get; init; }

    /// <summary>The name of the calling party.</summary>
    [JsonPropertyName("caller_id_name")]
    public string? CallerIdName { get; init; }

    /// <summary>The number of the calling party.</summary>
    [JsonPropertyName("caller_id_number")]
    public string? CallerIdNumber { get; init; }

    /// <summary>The variables of the script.</summary>
    [JsonPropertyName("SWMLVars")]
    public JsonElement? SwmlVars { get; init; }

    /// <summary>What the script knows of the leg.</summary>
    [JsonPropertyName("SWMLCall")]
    public JsonElement? SwmlCall { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiChannelData);
}

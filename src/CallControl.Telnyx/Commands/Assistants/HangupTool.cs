using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Hangs up.</summary>
public sealed record HangupTool() : AssistantTool("hangup")
{
    /// <summary>How.</summary>
    /// <value>Without a description by default.</value>
    [JsonPropertyName("hangup")]
    public HangupParameters Hangup { get; init; } = new();
}

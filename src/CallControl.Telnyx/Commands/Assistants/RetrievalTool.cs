using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Looks things up in documents that are stored at the vendor.</summary>
public sealed record RetrievalTool() : AssistantTool("retrieval")
{
    /// <summary>Where.</summary>
    [JsonPropertyName("retrieval")]
    public required RetrievalParameters Retrieval { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        Retrieval?.Validate(violations, field + ".retrieval");
    }
}

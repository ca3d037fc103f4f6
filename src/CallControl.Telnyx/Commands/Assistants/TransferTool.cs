using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Transfers the call.</summary>
public sealed record TransferTool() : AssistantTool("transfer")
{
    /// <summary>Where to.</summary>
    [JsonPropertyName("transfer")]
    public required TransferToolParameters Transfer { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        Transfer?.Validate(violations, field + ".transfer");
    }
}

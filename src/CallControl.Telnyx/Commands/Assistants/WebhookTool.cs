using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Asks your server.</summary>
public sealed record WebhookTool() : AssistantTool("webhook")
{
    /// <summary>How.</summary>
    [JsonPropertyName("webhook")]
    public required WebhookToolParameters Webhook { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        Webhook?.Validate(violations, field + ".webhook");
    }
}

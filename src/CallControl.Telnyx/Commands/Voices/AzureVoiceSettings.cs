using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A voice of Azure.</summary>
public sealed record AzureVoiceSettings() : VoiceSettings("azure")
{
    /// <summary>The integration secret at Telnyx that holds your Azure key.</summary>
    /// <value>Null, the default, for the vendor's own.</value>
    [JsonPropertyName("api_key_ref")]
    public string? ApiKeyRef { get; init; }

    /// <summary>The deployment of a custom voice.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("deployment_id")]
    public string? DeploymentId { get; init; }

    /// <summary>How the voice is shaped.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("effect")]
    public AzureVoiceEffect? Effect { get; init; }

    /// <summary>The voice's gender.</summary>
    /// <value>Null, the default, leaves it to the voice.</value>
    [JsonPropertyName("gender")]
    public AzureVoiceGender? Gender { get; init; }

    /// <summary>The Azure region.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("region")]
    public string? Region { get; init; }
}

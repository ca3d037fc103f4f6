using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Azure.</summary>
public sealed record AzureTranscriptionConfig() : TranscriptionEngineConfig("Azure")
{
    /// <summary>
    /// The Azure region: <c>australiaeast</c>, <c>centralindia</c>, <c>eastus</c>, <c>northcentralus</c>, <c>westeurope</c>, <c>westus2</c>.
    /// </summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("region")]
    public required string Region { get; init; }

    /// <summary>The integration secret at Telnyx that holds your Azure key.</summary>
    /// <value>Null, the default, for the vendor's own.</value>
    [JsonPropertyName("api_key_ref")]
    public string? ApiKeyRef { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 75 codes such as <c>de</c>. Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".region", Region);
    }
}

using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A language model of your own.</summary>
public sealed record ExternalLlm : TelnyxCommandPart
{
    /// <summary>How it is authenticated to.</summary>
    /// <value>Null, the default, is by a token.</value>
    [JsonPropertyName("authentication_method")]
    public LlmAuthentication? AuthenticationMethod { get; init; }

    /// <summary>Where it is.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("base_url")]
    public Uri? BaseUrl { get; init; }

    /// <summary>The integration secret at Telnyx that holds the certificate.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("certificate_ref")]
    public string? CertificateRef { get; init; }

    /// <summary>Whether it is told about the call.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("forward_metadata")]
    public bool? ForwardMetadata { get; init; }

    /// <summary>The integration secret at Telnyx that holds its key.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("llm_api_key_ref")]
    public string? LlmApiKeyRef { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>Where a token is fetched.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("token_retrieval_url")]
    public Uri? TokenRetrievalUrl { get; init; }
}

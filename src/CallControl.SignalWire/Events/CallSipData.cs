using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What the SIP request said that began a leg.</summary>
public sealed record CallSipData
{
    /// <summary>The user of the request.</summary>
    [JsonPropertyName("sip_req_user")]
    public string? RequestUser { get; init; }

    /// <summary>The host of the request.</summary>
    [JsonPropertyName("sip_req_host")]
    public string? RequestHost { get; init; }

    /// <summary>The address of the request.</summary>
    [JsonPropertyName("sip_req_uri")]
    public string? RequestUri { get; init; }

    /// <summary>Further parameters of the request.</summary>
    [JsonPropertyName("sip_req_params")]
    public JsonElement? RequestParams { get; init; }

    /// <summary>The user of the header From.</summary>
    [JsonPropertyName("sip_from_user")]
    public string? FromUser { get; init; }

    /// <summary>The host of the header From.</summary>
    [JsonPropertyName("sip_from_host")]
    public string? FromHost { get; init; }

    /// <summary>The address of the header From.</summary>
    [JsonPropertyName("sip_from_uri")]
    public string? FromUri { get; init; }

    /// <summary>Further parameters of the header From.</summary>
    [JsonPropertyName("sip_from_params")]
    public JsonElement? FromParams { get; init; }

    /// <summary>The user of the header To.</summary>
    [JsonPropertyName("sip_to_user")]
    public string? ToUser { get; init; }

    /// <summary>The host of the header To.</summary>
    [JsonPropertyName("sip_to_host")]
    public string? ToHost { get; init; }

    /// <summary>The address of the header To.</summary>
    [JsonPropertyName("sip_to_uri")]
    public string? ToUri { get; init; }

    /// <summary>Further parameters of the header To.</summary>
    [JsonPropertyName("sip_to_params")]
    public JsonElement? ToParams { get; init; }

    /// <summary>The user of the header Contact.</summary>
    [JsonPropertyName("sip_contact_user")]
    public string? ContactUser { get; init; }

    /// <summary>The host of the header Contact.</summary>
    [JsonPropertyName("sip_contact_host")]
    public string? ContactHost { get; init; }

    /// <summary>The address of the header Contact.</summary>
    [JsonPropertyName("sip_contact_uri")]
    public string? ContactUri { get; init; }

    /// <summary>The port of the header Contact, as text.</summary>
    [JsonPropertyName("sip_contact_port")]
    public string? ContactPort { get; init; }

    /// <summary>Further parameters of the header Contact.</summary>
    [JsonPropertyName("sip_contact_params")]
    public JsonElement? ContactParams { get; init; }

    /// <summary>The header P-Asserted-Identity.</summary>
    [JsonPropertyName("sip_p_asserted_identity")]
    public string? PAssertedIdentity { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallSipData);
}

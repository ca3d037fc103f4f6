using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>What a method that was carried out is answered with: JSON-RPC 2.0, section 5.</summary>
internal sealed record RpcAnswer
{
    /// <summary>That of the request; undefined where it is missing.</summary>
    [JsonPropertyName("id")]
    public JsonElement Id { get; init; }

    /// <summary>The result; undefined where it is missing.</summary>
    [JsonPropertyName("result")]
    public JsonElement Result { get; init; }
}

using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>One call of a method: JSON-RPC 2.0, section 4. The vendor takes no batch, no notification and no parameters by name.</summary>
internal sealed record RpcRequest
{
    [JsonPropertyName("jsonrpc")]
    public string Version { get; } = "2.0";

    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("method")]
    public required string Method { get; init; }

    [JsonPropertyName("params")]
    public required JsonArray Parameters { get; init; }
}

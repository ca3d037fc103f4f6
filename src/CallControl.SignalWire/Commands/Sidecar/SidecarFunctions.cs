using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The functions that an AI sidecar may call, as the vendor describes them for its AI agents.</summary>
public sealed record SidecarFunctions : SignalWireCommandPart
{
    /// <summary>What holds for all functions that do not say it themselves.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("defaults")]
    public JsonObject? Defaults { get; init; }

    /// <summary>The functions.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("functions")]
    public IReadOnlyList<JsonObject>? Functions { get; init; }

    /// <summary>Servers that offer functions by the Model Context Protocol.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("mcp_servers")]
    public IReadOnlyList<JsonObject>? McpServers { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        for (var i = 0; i < Functions?.Count; i++)
            violations.CheckGiven(ViolationListExtensions.Item($"{field}.functions", i), Functions[i]);

        for (var i = 0; i < McpServers?.Count; i++)
            violations.CheckGiven(ViolationListExtensions.Item($"{field}.mcp_servers", i), McpServers[i]);
    }
}

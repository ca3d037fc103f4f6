using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What an AI sidecar does besides.</summary>
public sealed record SidecarAction : SignalWireCommandPart
{
    /// <summary>Has it sum up; the vendor does not document what is in the object.</summary>
    [JsonPropertyName("summarize")]
    public required JsonObject Summarize { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckGiven($"{field}.summarize", Summarize);
}

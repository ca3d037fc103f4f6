using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A WebSocket server.</summary>
public sealed record TapWebSocketDevice() : TapDevice("ws")
{
    /// <summary>The server's address.</summary>
    /// <value>A ws or wss address.</value>
    [JsonPropertyName("uri")]
    public required Uri Address { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        if (violations.CheckGiven($"{field}.params.uri", Address))
            violations.CheckSocketUrl($"{field}.params.uri", Address);

        base.Validate(violations, field);
    }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A stream began, or is over.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.stream</c>.
/// One that <c>connect</c> of SWML made may name no leg.
/// </remarks>
public sealed record CallStreamEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallStreamState State { get; init; }

    /// <summary>The WebSocket.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The name that the application gave it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}

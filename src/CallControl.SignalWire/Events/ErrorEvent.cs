using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Something went wrong with a leg.</summary>
/// <remarks>Name on the wire: <c>calling.error</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record ErrorEvent : SignalWireEvent
{
    /// <summary>What, in words.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>Whether it is the end of what was going on.</summary>
    [JsonPropertyName("fatal")]
    public bool? Fatal { get; init; }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Digits or speech were collected, or nothing was.</summary>
/// <remarks>Name on the wire: <c>calling.call.collect</c>.</remarks>
public sealed record CallCollectEvent : SignalWireEvent
{
    /// <summary>How it goes; only where partial or continuous results were asked for.</summary>
    [JsonPropertyName("state")]
    public CallCollectState State { get; init; }

    /// <summary>What was collected.</summary>
    [JsonPropertyName("result")]
    public CallCollectResult? Result { get; init; }

    /// <summary>Whether it is the last word on this input; only where partial results were asked for.</summary>
    [JsonPropertyName("final")]
    public bool? Final { get; init; }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>An event that this version does not know, or cannot read; its members are in the extension data.</summary>
public sealed record UnknownSignalWireEvent : SignalWireEvent
{
    /// <summary>Why it could not be read, without anything that was in it; null for an event of a name that is simply not known.</summary>
    [JsonIgnore]
    public string? Problem { get; init; }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>An object within a command that the vendor has as <c>{"type": ..., "params": {...}}</c>: this record's members are the inner ones.</summary>
public abstract record SignalWireTypedPart : SignalWireCommandPart
{
    private protected SignalWireTypedPart(string kind) => Kind = kind;

    /// <summary>The vendor's word for the kind: <c>type</c> on the wire.</summary>
    [JsonIgnore]
    public string Kind { get; }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A page of a fax went over, or the fax is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.fax</c>.</remarks>
public sealed record CallFaxEvent : SignalWireEvent
{
    /// <summary>What happened.</summary>
    [JsonPropertyName("fax")]
    public CallFax? Fax { get; init; }
}

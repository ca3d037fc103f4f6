using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A key was pressed; one event each.</summary>
/// <remarks>Name on the wire: <c>call.dtmf.received</c>. Unverified: that it comes outside of gathering, too.</remarks>
public sealed record CallDtmfReceivedEvent : TelnyxEvent
{
    /// <summary>The key: <c>0</c> to <c>9</c>, <c>A</c> to <c>D</c>, <c>*</c>, <c>#</c>.</summary>
    [JsonPropertyName("digit")]
    public string? Digit { get; init; }
}

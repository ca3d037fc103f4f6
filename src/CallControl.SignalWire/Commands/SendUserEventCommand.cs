using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sends an event of your own to the clients that take part in the call over the vendor's socket or in a browser.</summary>
/// <remarks>They get it as <c>calling.user_event</c>; webhooks do not.</remarks>
public sealed record SendUserEventCommand() : SignalWireCommand("calling.user_event")
{
    /// <summary>The event: any object.</summary>
    [JsonPropertyName("event")]
    public required JsonObject Event { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckGiven("event", Event);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sends a copy of a leg's audio to an RTP receiver or a WebSocket server.</summary>
/// <remarks>
/// <c>calling.call.tap</c> follows at the status address. Which address the RTP comes from is told nowhere. Unverified: the frames of the WebSocket, and whether both directions are
/// mixed.
/// </remarks>
public sealed record TapCommand() : SignalWireOperationCommand("calling.tap")
{
    /// <summary>What is copied.</summary>
    [JsonPropertyName("tap")]
    [JsonConverter(typeof(TypedPartConverter<TapAudio>))]
    public required TapAudio Tap { get; init; }

    /// <summary>Where it goes.</summary>
    [JsonPropertyName("device")]
    public required TapDevice Device { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("tap", Tap))
            Tap.Validate(violations, "tap");

        if (violations.CheckGiven("device", Device))
            Device.Validate(violations, "device");

        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

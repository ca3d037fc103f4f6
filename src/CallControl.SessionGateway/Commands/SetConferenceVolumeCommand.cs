using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Sets how loud a room's playback is.</summary>
/// <remarks>Group of the room's playback controls: 200 ms a room, shared with pause and stop. Unverified: fields and events. Source: <c>/guides/rate-limits/</c>.</remarks>
public sealed record SetConferenceVolumeCommand : RoomCommand
{
    /// <summary>The volume.</summary>
    /// <value>A finite number. Null, the default, leaves the field out. Unverified: name, unit and range.</value>
    [JsonPropertyName("volume")]
    public double? Volume { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (Volume is { } volume && !double.IsFinite(volume))
            violations.Add("volume", "must be a finite number", volume.ToString(CultureInfo.InvariantCulture));
    }
}

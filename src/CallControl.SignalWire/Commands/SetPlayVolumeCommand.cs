using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Changes the volume of a running playback.</summary>
public sealed record SetPlayVolumeCommand() : SignalWireFollowUpCommand("calling.play.volume")
{
    /// <summary>The volume, in decibels; 0 leaves the audio as it is.</summary>
    /// <value>-40 to 40.</value>
    [JsonPropertyName("volume")]
    public required double Volume { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckNumber("volume", Volume, -CommandRules.LoudestVolume, CommandRules.LoudestVolume);
    }
}

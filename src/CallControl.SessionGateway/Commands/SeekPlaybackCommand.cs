using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Jumps within what is being played.</summary>
/// <remarks>Immediate; <c>command.result</c> is its only event. Group seek: 100 ms a session, shared with stop, pause, resume and restart. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record SeekPlaybackCommand() : SessionCommand(SessionGatewayCommandNames.SeekPlayback, CooldownGroup.Seek)
{
    /// <summary>How far to jump from where the playback is, in milliseconds: ahead when positive, back when negative. Not a position, whatever its name says.</summary>
    /// <value>Any number but zero, which the gateway refuses because it would jump a second ahead.</value>
    [JsonPropertyName("position_ms")]
    public required int PositionMs { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (PositionMs == 0)
            violations.Add("position_ms", "must not be zero", PositionMs);
    }
}

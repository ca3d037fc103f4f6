using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Bridges two legs, or a leg with the head of a queue, or with a video room.</summary>
/// <remarks>
/// <c>call.bridged</c> follows on both legs. The vendor's schema demands the other leg always, its text not with a queue or a room: one of the three
/// is asked for here.
/// </remarks>
public sealed record BridgeCommand() : TelnyxRecordedCommand("bridge")
{
    /// <summary>The other leg, by its call control id; not the one that the command goes to.</summary>
    /// <value>Null with <see cref="Queue"/> or <see cref="VideoRoomId"/>.</value>
    [JsonPropertyName("call_control_id")]
    public string? CallControlId { get; init; }

    /// <summary>The queue with whose head to bridge; that call leaves the queue even if bridging fails.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("queue")]
    public string? Queue { get; init; }

    /// <summary>The video room to bridge with.</summary>
    /// <value>A UUID. Null, the default, for none.</value>
    [JsonPropertyName("video_room_id")]
    public string? VideoRoomId { get; init; }

    /// <summary>What the video room is told; with <see cref="VideoRoomId"/> only.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("video_room_context")]
    public string? VideoRoomContext { get; init; }

    /// <summary>Whether a leg that is bridged already is refused.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("prevent_double_bridge")]
    public bool? PreventDoubleBridge { get; init; }

    /// <summary>Which leg stays when the bridge ends.</summary>
    /// <value>Null, the default, hangs up.</value>
    [JsonPropertyName("park_after_unbridge")]
    public UnbridgeParking? ParkAfterUnbridge { get; init; }

    /// <summary>Whether the leg is put on hold instead of hung up when the bridge ends.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("hold_after_unbridge")]
    public bool? HoldAfterUnbridge { get; init; }

    /// <summary>Whose keys are not passed on to the other leg; webhooks tell of them all the same.</summary>
    /// <value>Null, the default, for nobody's.</value>
    [JsonPropertyName("mute_dtmf")]
    public DtmfMute? MuteDtmf { get; init; }

    /// <summary>Whether a ringing tone is played while the other leg is not answered.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("play_ringtone")]
    public bool? PlayRingtone { get; init; }

    /// <summary>The country whose ringing tone it is.</summary>
    /// <value>One of 40 codes such as <c>de</c>, <c>uk</c> or <c>us-old</c>. Null, the default, is <c>us</c>.</value>
    [JsonPropertyName("ringtone")]
    public string? Ringtone { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (string.IsNullOrEmpty(CallControlId) && string.IsNullOrEmpty(Queue) && string.IsNullOrEmpty(VideoRoomId))
            violations.Add("call_control_id", "must be given, or else queue or video_room_id");

        if (VideoRoomContext is not null && string.IsNullOrEmpty(VideoRoomId))
            violations.Add("video_room_context", "needs video_room_id");
    }
}

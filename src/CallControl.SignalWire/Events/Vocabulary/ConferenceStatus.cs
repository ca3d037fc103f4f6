using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What happened in a conference: <c>status</c> of <c>calling.conference</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConferenceStatus>))]
public readonly record struct ConferenceStatus : IVendorWord<ConferenceStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public ConferenceStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It ended.</summary>
    public static ConferenceStatus ConferenceEnd { get; } = new("conference-end");

    /// <summary>It began.</summary>
    public static ConferenceStatus ConferenceStart { get; } = new("conference-start");

    /// <summary>A leg left.</summary>
    public static ConferenceStatus ParticipantLeave { get; } = new("participant-leave");

    /// <summary>A leg joined.</summary>
    public static ConferenceStatus ParticipantJoin { get; } = new("participant-join");

    /// <summary>A leg was muted.</summary>
    public static ConferenceStatus ParticipantMute { get; } = new("participant-mute");

    /// <summary>A leg can be heard again.</summary>
    public static ConferenceStatus ParticipantUnmute { get; } = new("participant-unmute");

    /// <summary>A leg was put on hold.</summary>
    public static ConferenceStatus ParticipantHold { get; } = new("participant-hold");

    /// <summary>A leg was taken off hold.</summary>
    public static ConferenceStatus ParticipantUnhold { get; } = new("participant-unhold");

    /// <summary>A leg was changed otherwise.</summary>
    public static ConferenceStatus ParticipantModify { get; } = new("participant-modify");

    /// <summary>A leg began to speak.</summary>
    public static ConferenceStatus ParticipantSpeechStart { get; } = new("participant-speech-start");

    /// <summary>A leg ceased to speak.</summary>
    public static ConferenceStatus ParticipantSpeechStop { get; } = new("participant-speech-stop");

    /// <summary>How well the audio of a leg travels.</summary>
    public static ConferenceStatus ParticipantCallQuality { get; } = new("participant-call-quality");

    /// <summary>An announcement was played.</summary>
    public static ConferenceStatus AnnouncementEnd { get; } = new("announcement-end");

    /// <summary>An announcement could not be played.</summary>
    public static ConferenceStatus AnnouncementFail { get; } = new("announcement-fail");

    /// <summary>A recording began.</summary>
    public static ConferenceStatus RecordStart { get; } = new("record-start");

    /// <summary>The recording was paused.</summary>
    public static ConferenceStatus RecordPause { get; } = new("record-pause");

    /// <summary>The recording goes on.</summary>
    public static ConferenceStatus RecordResume { get; } = new("record-resume");

    /// <summary>The recording is over.</summary>
    public static ConferenceStatus RecordStop { get; } = new("record-stop");

    /// <summary>A bot joined.</summary>
    public static ConferenceStatus BotJoin { get; } = new("bot-join");

    /// <summary>A bot left.</summary>
    public static ConferenceStatus BotLeave { get; } = new("bot-leave");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static ConferenceStatus IVendorWord<ConferenceStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

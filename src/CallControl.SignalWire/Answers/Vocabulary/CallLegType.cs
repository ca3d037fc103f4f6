using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What kind of leg an answer or a log is about.</summary>
/// <remarks>An open set: a word that is not listed is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallLegType>))]
public readonly record struct CallLegType : IVendorWord<CallLegType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallLegType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A leg of the telephone network.</summary>
    public static CallLegType Phone { get; } = new("relay_pstn_call");

    /// <summary>A SIP leg.</summary>
    public static CallLegType Sip { get; } = new("relay_sip_call");

    /// <summary>A WebRTC leg.</summary>
    public static CallLegType WebRtc { get; } = new("relay_webrtc_call");

    /// <summary>A subscriber's device; the answer has no durations, no parent and no status.</summary>
    public static CallLegType FabricDevice { get; } = new("fabric_subscriber_device_leg");

    /// <summary>A call controlled by an XML document; in logs only. No command takes it.</summary>
    public static CallLegType Laml { get; } = new("laml_call");

    /// <summary>A phone in a video room; in logs only.</summary>
    public static CallLegType VideoRoomPhone { get; } = new("video_room_pstn_leg");

    /// <summary>A SIP leg in a video room; in logs only.</summary>
    public static CallLegType VideoRoomSip { get; } = new("video_room_sip_leg");

    /// <summary>A Dialogflow agent's call; in logs only.</summary>
    public static CallLegType Dialogflow { get; } = new("dialogflow_call");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallLegType IVendorWord<CallLegType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What happens in a conference and is reported.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlConferenceEvent>))]
public readonly record struct SwmlConferenceEvent : IVendorWord<SwmlConferenceEvent>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlConferenceEvent(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It begins.</summary>
    public static SwmlConferenceEvent Start { get; } = new("start");

    /// <summary>It ends.</summary>
    public static SwmlConferenceEvent End { get; } = new("end");

    /// <summary>Somebody joins.</summary>
    public static SwmlConferenceEvent Join { get; } = new("join");

    /// <summary>Somebody leaves.</summary>
    public static SwmlConferenceEvent Leave { get; } = new("leave");

    /// <summary>Somebody is muted, or no longer.</summary>
    public static SwmlConferenceEvent Mute { get; } = new("mute");

    /// <summary>Somebody is held, or no longer.</summary>
    public static SwmlConferenceEvent Hold { get; } = new("hold");

    /// <summary>Somebody's settings change.</summary>
    public static SwmlConferenceEvent Modify { get; } = new("modify");

    /// <summary>Somebody begins or ends to speak.</summary>
    public static SwmlConferenceEvent Speaker { get; } = new("speaker");

    /// <summary>Something is played.</summary>
    public static SwmlConferenceEvent Announcement { get; } = new("announcement");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlConferenceEvent IVendorWord<SwmlConferenceEvent>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

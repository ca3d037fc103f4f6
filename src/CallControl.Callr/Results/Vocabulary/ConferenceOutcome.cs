using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Why a call has left a conference room.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConferenceOutcome>))]
public readonly record struct ConferenceOutcome : IVendorWord<ConferenceOutcome>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public ConferenceOutcome(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The room was closed.</summary>
    public static ConferenceOutcome Closed { get; } = new("CONFERENCE_CLOSED");

    /// <summary>It was the last one in the room, and was to leave then.</summary>
    public static ConferenceOutcome LastParticipant { get; } = new("LAST_PARTICIPANT");

    /// <summary>The caller pressed <c>*</c>.</summary>
    public static ConferenceOutcome Left { get; } = new("LEFT_CONFERENCE");

    /// <summary>The caller did not know the code.</summary>
    public static ConferenceOutcome PinError { get; } = new("PIN_ERROR");

    /// <summary>The caller entered no code.</summary>
    public static ConferenceOutcome PinTimeout { get; } = new("PIN_TIMEOUT");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ConferenceOutcome IVendorWord<ConferenceOutcome>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

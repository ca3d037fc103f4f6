using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Why a conference ended: <c>reason_ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConferenceReasonEnded>))]
public readonly record struct ConferenceReasonEnded : IVendorWord<ConferenceReasonEnded>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public ConferenceReasonEnded(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>By a command.</summary>
    public static ConferenceReasonEnded ConferenceEndedViaApi { get; } = new("conference-ended-via-api");

    /// <summary>The last leg was removed.</summary>
    public static ConferenceReasonEnded LastParticipantKicked { get; } = new("last-participant-kicked");

    /// <summary>The last leg left.</summary>
    public static ConferenceReasonEnded LastParticipantLeft { get; } = new("last-participant-left");

    /// <summary>A leg with which it ends was removed.</summary>
    public static ConferenceReasonEnded ParticipantWithEndConferenceOnExitKicked { get; } = new("participant-with-end-conference-on-exit-kicked");

    /// <summary>A leg with which it ends left.</summary>
    public static ConferenceReasonEnded ParticipantWithEndConferenceOnExitLeft { get; } = new("participant-with-end-conference-on-exit-left");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static ConferenceReasonEnded IVendorWord<ConferenceReasonEnded>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

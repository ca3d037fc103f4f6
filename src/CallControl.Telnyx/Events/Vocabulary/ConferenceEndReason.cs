using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why a conference ended: <c>reason</c> of <c>conference.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConferenceEndReason>))]
public readonly record struct ConferenceEndReason : IVendorWord<ConferenceEndReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public ConferenceEndReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Everybody left.</summary>
    public static ConferenceEndReason AllLeft => new("all_left");

    /// <summary>Its host left.</summary>
    public static ConferenceEndReason HostLeft => new("host_left");

    /// <summary>It lasted as long as it may.</summary>
    public static ConferenceEndReason TimeExceeded => new("time_exceeded");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static ConferenceEndReason IVendorWord<ConferenceEndReason>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

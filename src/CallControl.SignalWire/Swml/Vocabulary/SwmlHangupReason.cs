using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What the other side is told when a call is ended.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlHangupReason>))]
public readonly record struct SwmlHangupReason : IVendorWord<SwmlHangupReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlHangupReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The call is over.</summary>
    public static SwmlHangupReason Hangup { get; } = new("hangup");

    /// <summary>The called party is busy.</summary>
    public static SwmlHangupReason Busy { get; } = new("busy");

    /// <summary>The called party does not take the call.</summary>
    public static SwmlHangupReason Decline { get; } = new("decline");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlHangupReason IVendorWord<SwmlHangupReason>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Where a call stands.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RealTimeCallStatus>))]
public readonly record struct RealTimeCallStatus : IVendorWord<RealTimeCallStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public RealTimeCallStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>An inbound call has just arrived.</summary>
    public static RealTimeCallStatus IncomingCall { get; } = new("INCOMING_CALL");

    /// <summary>The call is live.</summary>
    public static RealTimeCallStatus Up { get; } = new("UP");

    /// <summary>The call has just ended.</summary>
    public static RealTimeCallStatus Hangup { get; } = new("HANGUP");

    /// <summary>Outbound: not answered in time.</summary>
    public static RealTimeCallStatus NoAnswer { get; } = new("NOANSWER");

    /// <summary>Outbound: the called line is busy.</summary>
    public static RealTimeCallStatus Busy { get; } = new("BUSY");

    /// <summary>Outbound: refused by a carrier.</summary>
    public static RealTimeCallStatus Congestion { get; } = new("CONGESTION");

    /// <summary>Refused by the vendor itself.</summary>
    public static RealTimeCallStatus Rejected { get; } = new("REJECTED");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RealTimeCallStatus IVendorWord<RealTimeCallStatus>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

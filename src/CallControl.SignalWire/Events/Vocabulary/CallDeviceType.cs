using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a leg goes over: <c>type</c> of a device, <c>device_type</c> of a parent.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallDeviceType>))]
public readonly record struct CallDeviceType : IVendorWord<CallDeviceType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallDeviceType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The telephone network.</summary>
    public static CallDeviceType Phone { get; } = new("phone");

    /// <summary>SIP.</summary>
    public static CallDeviceType Sip { get; } = new("sip");

    /// <summary>A browser or the vendor's own application.</summary>
    public static CallDeviceType Webrtc { get; } = new("webrtc");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallDeviceType IVendorWord<CallDeviceType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

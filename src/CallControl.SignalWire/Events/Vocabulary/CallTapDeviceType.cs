using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where tapped audio goes: <c>device.type</c> of <c>calling.call.tap</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTapDeviceType>))]
public readonly record struct CallTapDeviceType : IVendorWord<CallTapDeviceType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTapDeviceType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>To an address, as RTP.</summary>
    public static CallTapDeviceType Rtp { get; } = new("rtp");

    /// <summary>To a WebSocket.</summary>
    public static CallTapDeviceType Ws { get; } = new("ws");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTapDeviceType IVendorWord<CallTapDeviceType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

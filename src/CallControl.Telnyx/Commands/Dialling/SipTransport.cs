using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The transport of SIP to a called party.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SipTransport>))]
public readonly record struct SipTransport : IVendorWord<SipTransport>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SipTransport(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>UDP.</summary>
    public static SipTransport Udp { get; } = new("UDP");

    /// <summary>TCP.</summary>
    public static SipTransport Tcp { get; } = new("TCP");

    /// <summary>TLS.</summary>
    public static SipTransport Tls { get; } = new("TLS");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SipTransport IVendorWord<SipTransport>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

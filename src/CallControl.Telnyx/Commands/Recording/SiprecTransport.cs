using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The transport of SIP to a recording server; small letters, unlike <see cref="SipTransport"/>.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SiprecTransport>))]
public readonly record struct SiprecTransport : IVendorWord<SiprecTransport>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SiprecTransport(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>UDP.</summary>
    public static SiprecTransport Udp { get; } = new("udp");

    /// <summary>TCP.</summary>
    public static SiprecTransport Tcp { get; } = new("tcp");

    /// <summary>TLS.</summary>
    public static SiprecTransport Tls { get; } = new("tls");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SiprecTransport IVendorWord<SiprecTransport>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

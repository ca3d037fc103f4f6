using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What kind of party calls: <c>calling_party_type</c> of most events.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallingPartyType>))]
public readonly record struct CallingPartyType : IVendorWord<CallingPartyType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallingPartyType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A telephone number.</summary>
    public static CallingPartyType Pstn => new("pstn");

    /// <summary>A SIP endpoint.</summary>
    public static CallingPartyType Sip => new("sip");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallingPartyType IVendorWord<CallingPartyType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The region a leg is routed through.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SipRegion>))]
public readonly record struct SipRegion : IVendorWord<SipRegion>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SipRegion(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>United States.</summary>
    public static SipRegion UnitedStates { get; } = new("US");

    /// <summary>Europe.</summary>
    public static SipRegion Europe { get; } = new("Europe");

    /// <summary>Canada.</summary>
    public static SipRegion Canada { get; } = new("Canada");

    /// <summary>Australia.</summary>
    public static SipRegion Australia { get; } = new("Australia");

    /// <summary>Middle East.</summary>
    public static SipRegion MiddleEast { get; } = new("Middle East");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SipRegion IVendorWord<SipRegion>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

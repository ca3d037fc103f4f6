using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which leg stays when a bridge ends.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<UnbridgeParking>))]
public readonly record struct UnbridgeParking : IVendorWord<UnbridgeParking>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public UnbridgeParking(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The leg that the command goes to is parked instead of hung up.</summary>
    public static UnbridgeParking Self { get; } = new("self");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static UnbridgeParking IVendorWord<UnbridgeParking>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

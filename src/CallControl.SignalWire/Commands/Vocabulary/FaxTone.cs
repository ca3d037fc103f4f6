using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A tone of a fax machine.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<FaxTone>))]
public readonly record struct FaxTone : IVendorWord<FaxTone>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public FaxTone(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>That of the machine that calls.</summary>
    public static FaxTone Cng { get; } = new("CNG");

    /// <summary>That of the machine that is called.</summary>
    public static FaxTone Ced { get; } = new("CED");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static FaxTone IVendorWord<FaxTone>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

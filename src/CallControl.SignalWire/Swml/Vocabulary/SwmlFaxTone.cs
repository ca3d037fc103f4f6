using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A tone of a fax machine.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlFaxTone>))]
public readonly record struct SwmlFaxTone : IVendorWord<SwmlFaxTone>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlFaxTone(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>That of a called machine.</summary>
    public static SwmlFaxTone Ced { get; } = new("CED");

    /// <summary>That of a calling machine.</summary>
    public static SwmlFaxTone Cng { get; } = new("CNG");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlFaxTone IVendorWord<SwmlFaxTone>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

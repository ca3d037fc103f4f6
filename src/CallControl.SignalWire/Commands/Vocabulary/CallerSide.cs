using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One of the two sides of a leg, as seen from the vendor.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is. Told by a third party that tried it, against the plain reading of the vendor's page. On the other leg of a bridge the two are exchanged.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallerSide>))]
public readonly record struct CallerSide : IVendorWord<CallerSide>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallerSide(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The party at the far end of the leg.</summary>
    public static CallerSide Remote { get; } = new("remote-caller");

    /// <summary>What the vendor puts into the leg; once it is bridged, the other leg's party.</summary>
    public static CallerSide Local { get; } = new("local-caller");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallerSide IVendorWord<CallerSide>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

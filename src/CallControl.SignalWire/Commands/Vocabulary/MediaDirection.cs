using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which of a leg's two audio directions is meant.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<MediaDirection>))]
public readonly record struct MediaDirection : IVendorWord<MediaDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public MediaDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What the leg's party hears.</summary>
    public static MediaDirection Listen { get; } = new("listen");

    /// <summary>What the leg's party says.</summary>
    public static MediaDirection Speak { get; } = new("speak");

    /// <summary>Both of them.</summary>
    public static MediaDirection Both { get; } = new("both");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static MediaDirection IVendorWord<MediaDirection>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

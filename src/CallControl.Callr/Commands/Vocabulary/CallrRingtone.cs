using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>What a caller hears while others are called.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallrRingtone>))]
public readonly record struct CallrRingtone : IVendorWord<CallrRingtone>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallrRingtone(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A ringing tone.</summary>
    public static CallrRingtone Ring { get; } = new("RING");

    /// <summary>Music.</summary>
    public static CallrRingtone Music { get; } = new("MUSIC");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallrRingtone IVendorWord<CallrRingtone>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The sample format that Resemble delivers.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ResemblePrecision>))]
public readonly record struct ResemblePrecision : IVendorWord<ResemblePrecision>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ResemblePrecision(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>16-bit PCM.</summary>
    public static ResemblePrecision Pcm16 { get; } = new("PCM_16");

    /// <summary>24-bit PCM.</summary>
    public static ResemblePrecision Pcm24 { get; } = new("PCM_24");

    /// <summary>32-bit PCM.</summary>
    public static ResemblePrecision Pcm32 { get; } = new("PCM_32");

    /// <summary>G.711 µ-law.</summary>
    public static ResemblePrecision Mulaw { get; } = new("MULAW");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ResemblePrecision IVendorWord<ResemblePrecision>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

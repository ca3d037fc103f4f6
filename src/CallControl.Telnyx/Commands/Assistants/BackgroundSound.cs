using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A background sound of the vendor's.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<BackgroundSound>))]
public readonly record struct BackgroundSound : IVendorWord<BackgroundSound>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public BackgroundSound(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>None.</summary>
    public static BackgroundSound Silence { get; } = new("silence");

    /// <summary>An office.</summary>
    public static BackgroundSound Office { get; } = new("office");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static BackgroundSound IVendorWord<BackgroundSound>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

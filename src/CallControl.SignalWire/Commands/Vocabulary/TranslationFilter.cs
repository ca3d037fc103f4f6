using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The tone of a translation; one of the vendor's, or instructions of your own.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TranslationFilter>))]
public readonly record struct TranslationFilter : IVendorWord<TranslationFilter>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public TranslationFilter(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Polite.</summary>
    public static TranslationFilter Polite { get; } = new("polite");

    /// <summary>Rude.</summary>
    public static TranslationFilter Rude { get; } = new("rude");

    /// <summary>Professional.</summary>
    public static TranslationFilter Professional { get; } = new("professional");

    /// <summary>In the manner of Shakespeare.</summary>
    public static TranslationFilter Shakespeare { get; } = new("shakespeare");

    /// <summary>As the young speak.</summary>
    public static TranslationFilter GenZ { get; } = new("gen-z");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static TranslationFilter IVendorWord<TranslationFilter>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The quality of synthetic speech.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SpeechServiceLevel>))]
public readonly record struct SpeechServiceLevel : IVendorWord<SpeechServiceLevel>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SpeechServiceLevel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>American English and plain text only.</summary>
    public static SpeechServiceLevel Basic { get; } = new("basic");

    /// <summary>All languages and SSML.</summary>
    public static SpeechServiceLevel Premium { get; } = new("premium");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SpeechServiceLevel IVendorWord<SpeechServiceLevel>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

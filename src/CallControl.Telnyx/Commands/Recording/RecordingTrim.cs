using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is cut off a recording.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingTrim>))]
public readonly record struct RecordingTrim : IVendorWord<RecordingTrim>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordingTrim(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Silence at the beginning and at the end.</summary>
    public static RecordingTrim TrimSilence { get; } = new("trim-silence");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordingTrim IVendorWord<RecordingTrim>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

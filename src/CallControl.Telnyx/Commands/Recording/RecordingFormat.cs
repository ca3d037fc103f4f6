using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A recording's file format.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingFormat>))]
public readonly record struct RecordingFormat : IVendorWord<RecordingFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordingFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>MP3.</summary>
    public static RecordingFormat Mp3 { get; } = new("mp3");

    /// <summary>WAV.</summary>
    public static RecordingFormat Wav { get; } = new("wav");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordingFormat IVendorWord<RecordingFormat>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

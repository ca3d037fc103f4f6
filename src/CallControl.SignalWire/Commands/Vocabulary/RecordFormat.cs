using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The file format of a recording.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordFormat>))]
public readonly record struct RecordFormat : IVendorWord<RecordFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>MP3; the default.</summary>
    public static RecordFormat Mp3 { get; } = new("mp3");

    /// <summary>WAV.</summary>
    public static RecordFormat Wav { get; } = new("wav");

    /// <summary>MP4.</summary>
    public static RecordFormat Mp4 { get; } = new("mp4");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordFormat IVendorWord<RecordFormat>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

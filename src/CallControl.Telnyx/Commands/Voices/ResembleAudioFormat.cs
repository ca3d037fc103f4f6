using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The file format that Resemble delivers.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ResembleAudioFormat>))]
public readonly record struct ResembleAudioFormat : IVendorWord<ResembleAudioFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ResembleAudioFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>WAV.</summary>
    public static ResembleAudioFormat Wav { get; } = new("wav");

    /// <summary>MP3.</summary>
    public static ResembleAudioFormat Mp3 { get; } = new("mp3");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ResembleAudioFormat IVendorWord<ResembleAudioFormat>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

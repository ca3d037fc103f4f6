using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a recording is stored: <c>format</c> of <c>call.recording.saved</c> and <c>conference.recording.saved</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingSavedFormat>))]
public readonly record struct RecordingSavedFormat : IVendorWord<RecordingSavedFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public RecordingSavedFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>WAV.</summary>
    public static RecordingSavedFormat Wav => new("wav");

    /// <summary>MP3.</summary>
    public static RecordingSavedFormat Mp3 => new("mp3");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static RecordingSavedFormat Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where a transcription of a recording stands: <c>status</c> of <c>call.recording.transcription.saved</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingTranscriptionStatus>))]
public readonly record struct RecordingTranscriptionStatus : IVendorWord<RecordingTranscriptionStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public RecordingTranscriptionStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is done.</summary>
    public static RecordingTranscriptionStatus Completed => new("completed");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static RecordingTranscriptionStatus IVendorWord<RecordingTranscriptionStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

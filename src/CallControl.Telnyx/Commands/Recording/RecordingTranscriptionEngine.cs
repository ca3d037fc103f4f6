using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who transcribes a recording.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingTranscriptionEngine>))]
public readonly record struct RecordingTranscriptionEngine : IVendorWord<RecordingTranscriptionEngine>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordingTranscriptionEngine(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Google.</summary>
    public static RecordingTranscriptionEngine Google { get; } = new("A");

    /// <summary>Telnyx.</summary>
    public static RecordingTranscriptionEngine Telnyx { get; } = new("B");

    /// <summary>Deepgram Nova-3.</summary>
    public static RecordingTranscriptionEngine DeepgramNova3 { get; } = new("deepgram/nova-3");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordingTranscriptionEngine IVendorWord<RecordingTranscriptionEngine>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

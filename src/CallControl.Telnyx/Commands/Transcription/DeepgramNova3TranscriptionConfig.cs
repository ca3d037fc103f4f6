using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Deepgram Nova-3.</summary>
public sealed record DeepgramNova3TranscriptionConfig() : DeepgramTranscriptionConfig("deepgram/nova-3")
{
    /// <summary>Terms to expect.</summary>
    /// <value>At most 100. Null, the default, for none.</value>
    [JsonPropertyName("keyterms")]
    public IReadOnlyList<string>? Keyterms { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckCount(field + ".keyterms", Keyterms?.Count, 0, 100);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Deepgram Nova-2.</summary>
public sealed record DeepgramNova2TranscriptionConfig() : DeepgramTranscriptionConfig("deepgram/nova-2")
{
    /// <summary>Words to expect.</summary>
    /// <value>At most 100. Null, the default, for none.</value>
    [JsonPropertyName("hints")]
    public IReadOnlyList<string>? Hints { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckCount(field + ".hints", Hints?.Count, 0, 100);
    }
}

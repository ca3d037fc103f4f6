using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a recording records; the vendor knows audio only.</summary>
/// <param name="Audio">How the audio is recorded.</param>
internal sealed record RecordMedia([property: JsonPropertyName("audio")] RecordAudio Audio);

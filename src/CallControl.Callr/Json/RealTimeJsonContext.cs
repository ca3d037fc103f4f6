using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>How the commands to calls are written, generated at build.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConferenceCommand))]
[JsonSerializable(typeof(DialoutCommand))]
[JsonSerializable(typeof(HangupCallCommand))]
[JsonSerializable(typeof(HangupCommand))]
[JsonSerializable(typeof(PlayCommand))]
[JsonSerializable(typeof(PlayRecordCommand))]
[JsonSerializable(typeof(PlayTalkDetectCommand))]
[JsonSerializable(typeof(PlayWavDataCommand))]
[JsonSerializable(typeof(ReadCommand))]
[JsonSerializable(typeof(RecordCommand))]
[JsonSerializable(typeof(SendDtmfCommand))]
[JsonSerializable(typeof(SimpleConferenceCommand))]
[JsonSerializable(typeof(StartCallRecordingCommand))]
[JsonSerializable(typeof(StopCallRecordingCommand))]
[JsonSerializable(typeof(WaitCommand))]
[JsonSerializable(typeof(WaitForSilenceCommand))]
internal sealed partial class RealTimeJsonContext : JsonSerializerContext;

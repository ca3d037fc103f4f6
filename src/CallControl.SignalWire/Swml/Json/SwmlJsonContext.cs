using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.SignalWire;

/// <summary>How documents and their methods' parameters are written and read, generated at build.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IDictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(IReadOnlyList<SwmlCondition>))]
[JsonSerializable(typeof(IReadOnlyList<SwmlMethod>))]
[JsonSerializable(typeof(IReadOnlyList<SwmlSound>))]
[JsonSerializable(typeof(SwmlAnswer))]
[JsonSerializable(typeof(SwmlConnect))]
[JsonSerializable(typeof(SwmlDenoise))]
[JsonSerializable(typeof(SwmlDetectMachine))]
[JsonSerializable(typeof(SwmlDocument))]
[JsonSerializable(typeof(SwmlEnterQueue))]
[JsonSerializable(typeof(SwmlExecute))]
[JsonSerializable(typeof(SwmlGoto))]
[JsonSerializable(typeof(SwmlHangup))]
[JsonSerializable(typeof(SwmlJoinConference))]
[JsonSerializable(typeof(SwmlPlay))]
[JsonSerializable(typeof(SwmlPrompt))]
[JsonSerializable(typeof(SwmlRecord))]
[JsonSerializable(typeof(SwmlRecordCall))]
[JsonSerializable(typeof(SwmlRequest))]
[JsonSerializable(typeof(SwmlSendDigits))]
[JsonSerializable(typeof(SwmlSipRefer))]
[JsonSerializable(typeof(SwmlStopDenoise))]
[JsonSerializable(typeof(SwmlStopRecordCall))]
[JsonSerializable(typeof(SwmlStopStream))]
[JsonSerializable(typeof(SwmlStopTap))]
[JsonSerializable(typeof(SwmlStream))]
[JsonSerializable(typeof(SwmlSwitch))]
[JsonSerializable(typeof(SwmlTap))]
[JsonSerializable(typeof(SwmlTransfer))]
internal sealed partial class SwmlJsonContext : JsonSerializerContext
{
    public static JsonTypeInfo TypeOf(object value) => Default.GetTypeInfo(value.GetType())!;
}

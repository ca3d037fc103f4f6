using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>How the JSON-RPC interface's parameters and results are written and read.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CallrApp))]
[JsonSerializable(typeof(CallrAppPackage))]
[JsonSerializable(typeof(CallrAuthorizedCallerId))]
[JsonSerializable(typeof(CallrDid))]
[JsonSerializable(typeof(CallrMedia))]
[JsonSerializable(typeof(CallrMediaItem))]
[JsonSerializable(typeof(CallrPhoneId))]
[JsonSerializable(typeof(CallrRealTimeAppSettings))]
[JsonSerializable(typeof(CallrTarget))]
[JsonSerializable(typeof(CallrVoiceGroup))]
[JsonSerializable(typeof(RpcAnswer))]
[JsonSerializable(typeof(RpcRequest))]
internal sealed partial class CallrJsonContext : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>Some of the vendor's voices for speech.</summary>
/// <remarks>Unverified: the vendor's page was not found; others read it so.</remarks>
public sealed record CallrVoiceGroup
{
    /// <summary>The voices: <c>TTS_EN-GB_SERENA</c>.</summary>
    [JsonPropertyName("voices")]
    [JsonConverter(typeof(CallrTextsConverter))]
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>What the vendor tells of them besides, such as the language.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }
}

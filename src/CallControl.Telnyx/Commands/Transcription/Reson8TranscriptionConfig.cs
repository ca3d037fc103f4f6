using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Reson8.</summary>
/// <remarks>Newer than the vendor's specification: known from its SDKs alone.</remarks>
public sealed record Reson8TranscriptionConfig() : TranscriptionEngineConfig("Reson8")
{
    /// <summary>
    /// The language: <c>auto</c>, <c>nl</c>, <c>en</c>, <c>fr</c>, <c>fy</c>, <c>de</c>, <c>it</c>, <c>pl</c>, <c>pt</c>, <c>es</c>, <c>sv</c>.
    /// </summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The model: <c>reson8/turns</c>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}

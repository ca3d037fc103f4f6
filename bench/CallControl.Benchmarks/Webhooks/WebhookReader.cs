using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.SessionGateway;

namespace CallControl.Benchmarks;

/// <summary>A webhook from bytes to an event: by the SDK, and by the serializer alone.</summary>
internal static class WebhookReader
{
    private static readonly DateTimeOffset ReceivedAt = DateTimeOffset.UnixEpoch;

    public static CallEvent Read(ReadOnlyMemory<byte> body) =>
        SessionGatewayEventParser.TryParse(body, out var native, out var problem)
            ? SessionGatewayEventMapper.Map(native, GatewayAccount.Name, body, ReceivedAt)
            : throw new InvalidOperationException(problem);

    /// <summary>The floor for <see cref="WebhookSamples.Flat"/>: the same record, read in one go.</summary>
    public static PlaybackStoppedEvent RawFlat() =>
        JsonSerializer.Deserialize(WebhookSamples.Flat.Span, WebhookJsonContext.Default.PlaybackStoppedEvent)!;

    /// <summary>The floor for <see cref="WebhookSamples.Nested"/>: an envelope around the same record, read in one go.</summary>
    public static RawEnvelope RawNested() =>
        JsonSerializer.Deserialize(WebhookSamples.Nested.Span, WebhookJsonContext.Default.RawEnvelope)!;
}

internal sealed record RawEnvelope
{
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    [JsonPropertyName("session_uuid")]
    public string? SessionUuid { get; init; }

    [JsonPropertyName("sequence")]
    public long? Sequence { get; init; }

    [JsonPropertyName("data")]
    public PlaybackStoppedEvent? Data { get; init; }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlaybackStoppedEvent))]
[JsonSerializable(typeof(RawEnvelope))]
internal sealed partial class WebhookJsonContext : JsonSerializerContext;

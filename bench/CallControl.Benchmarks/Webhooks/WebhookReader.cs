using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;
using CallControl.SessionGateway;
using CallControl.Telnyx;

namespace CallControl.Benchmarks;

/// <summary>A webhook from bytes to an event: by the SDK, and by the serializer alone.</summary>
internal static class WebhookReader
{
    private static readonly DateTimeOffset ReceivedAt = DateTimeOffset.UnixEpoch;

    public static CallEvent Read(ReadOnlyMemory<byte> body) =>
        SessionGatewayEventParser.TryParse(body, out var native, out var problem)
            ? SessionGatewayEventMapper.Map(native, GatewayAccount.Name, body, ReceivedAt)
            : throw new InvalidOperationException(problem);

    public static CallEvent ReadTelnyx(ReadOnlyMemory<byte> body) =>
        TelnyxEventParser.TryParse(body, out var native, out var problem)
            ? TelnyxEventMapper.Map(native, "telnyx", body, ReceivedAt)
            : throw new InvalidOperationException(problem);

    /// <summary>The floor for <see cref="WebhookSamples.Telnyx"/>: envelopes around the same record, read in one go.</summary>
    public static RawTelnyxEnvelope RawTelnyx() =>
        JsonSerializer.Deserialize(WebhookSamples.Telnyx.Span, TelnyxWebhookJsonContext.Default.RawTelnyxEnvelope)!;

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

internal sealed record RawTelnyxEnvelope
{
    [JsonPropertyName("data")]
    public RawTelnyxData? Data { get; init; }

    [JsonPropertyName("meta")]
    public RawTelnyxMeta? Meta { get; init; }
}

internal sealed record RawTelnyxData
{
    [JsonPropertyName("record_type")]
    public string? RecordType { get; init; }

    [JsonPropertyName("event_type")]
    public string? EventType { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("occurred_at")]
    public DateTimeOffset? OccurredAt { get; init; }

    [JsonPropertyName("payload")]
    public CallInitiatedEvent? Payload { get; init; }
}

internal sealed record RawTelnyxMeta
{
    [JsonPropertyName("attempt")]
    public int? Attempt { get; init; }

    [JsonPropertyName("delivered_to")]
    public string? DeliveredTo { get; init; }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlaybackStoppedEvent))]
[JsonSerializable(typeof(RawEnvelope))]
internal sealed partial class WebhookJsonContext : JsonSerializerContext;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(TextConverter),
        typeof(IntegerConverter),
        typeof(TruthConverter),
        typeof(TimeConverter),
        typeof(CallIdConverter),
        typeof(ListConverter<SipHeader>),
        typeof(ListConverter<string>),
    ])]
[JsonSerializable(typeof(RawTelnyxEnvelope))]
internal sealed partial class TelnyxWebhookJsonContext : JsonSerializerContext;

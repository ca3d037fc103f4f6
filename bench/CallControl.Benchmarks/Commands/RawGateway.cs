using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Benchmarks;

/// <summary>The floor: the same commands written by hand on <see cref="HttpClient"/> and source-generated JSON, and nothing else.</summary>
internal sealed class RawGateway(Uri baseAddress, HttpMessageHandler handler) : IDisposable
{
    // As long as those that the SDK makes.
    private static readonly RawHangup Hangup = new("hangup.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23");
    private static readonly RawPlayback Playback = new("playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23", [GatewayAccount.Audio]);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = new(handler) { BaseAddress = baseAddress };

    public Task HangupAsync() => SendAsync("hangup", Hangup, RawJsonContext.Default.RawHangup);

    public Task PlayAsync() => SendAsync("playback/start", Playback, RawJsonContext.Default.RawPlayback);

    public void Dispose() => _client.Dispose();

    private async Task<RawAnswer> SendAsync<TBody>(string command, TBody body, JsonTypeInfo<TBody> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/sessions/{GatewayAccount.Session}/commands/{command}");
        request.Headers.TryAddWithoutValidation("X-App-ID", GatewayAccount.AppId);
        request.Headers.TryAddWithoutValidation("X-API-Key", GatewayAccount.ApiKey);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        request.Content.Headers.ContentType = Json;
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), RawJsonContext.Default.RawAnswer)!;
    }
}

internal sealed record RawHangup([property: JsonPropertyName("command_uid")] string CommandUid);

internal sealed record RawPlayback(
    [property: JsonPropertyName("command_uid")] string CommandUid,
    [property: JsonPropertyName("urls")] string[] Urls);

internal sealed record RawAnswer(
    [property: JsonPropertyName("operation_id")] string? OperationId,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("timeout_ms")] long? TimeoutMs);

[JsonSerializable(typeof(RawHangup))]
[JsonSerializable(typeof(RawPlayback))]
[JsonSerializable(typeof(RawAnswer))]
internal sealed partial class RawJsonContext : JsonSerializerContext;

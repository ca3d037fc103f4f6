using System.Text.Json.Nodes;

namespace CallControl.Testing.Emulation;

/// <summary>What a vendor answers to one request; the body is JSON text.</summary>
internal sealed record EmulatorResponse(int StatusCode, string Body)
{
    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public static EmulatorResponse Json(int statusCode, JsonObject body) => new(statusCode, body.ToJsonString());
}

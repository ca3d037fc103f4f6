using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A <see cref="PlayAndGetDigitsCommand"/> ended.</summary>
/// <remarks>Name on the wire: <c>digits.collected</c>. Source: <c>/webhooks/dtmf-events/</c>.</remarks>
public sealed record DigitsCollectedEvent : SessionGatewayEvent
{
    /// <summary>Of the command.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }

    /// <summary>The keys without the terminator; may be empty.</summary>
    [JsonPropertyName("digits")]
    [JsonConverter(typeof(TextConverter))]
    public string? Digits { get; init; }

    /// <summary>The key that ended the entry; empty where none did.</summary>
    [JsonPropertyName("terminator")]
    [JsonConverter(typeof(TextConverter))]
    public string? Terminator { get; init; }

    /// <summary>How it ended: <c>success</c>, <c>timeout</c>, <c>failure</c> or <c>unknown</c>.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(TextConverter))]
    public string? Status { get; init; }
}

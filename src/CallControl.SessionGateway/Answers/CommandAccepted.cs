using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The gateway has taken a session command; what becomes of it is told by events that carry <see cref="CommandUid"/>.</summary>
/// <remarks>Status 202 for every session command, the immediate ones included. Source: <c>/endpoints/call-control/</c>.</remarks>
public sealed record CommandAccepted
{
    /// <summary>The gateway's own name of the command, a UUID; null where it gave none.</summary>
    /// <remarks>Nothing is known to take it, and no event is known to carry it: match events by <see cref="CommandUid"/>.</remarks>
    [JsonPropertyName("operation_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? VendorOperationId { get; init; }

    /// <summary><c>in_progress</c> in all that was seen; null where it gave none.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Status { get; init; }

    /// <summary>After what time a <c>command.result</c> comes at the latest; null where the gateway does not say.</summary>
    /// <value>2 s in the only sample.</value>
    [JsonPropertyName("timeout_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan? Timeout { get; init; }

    /// <summary>The command's id as it was sent; the gateway's answer does not repeat it.</summary>
    [JsonIgnore]
    public OperationId CommandUid { get; init; }
}

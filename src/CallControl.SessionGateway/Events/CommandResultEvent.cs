using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A command was carried out, or was not.</summary>
/// <remarks>Immediate commands report at once, deferred ones when they are done or after 2 s, whichever comes first: a failure may be the timer only. The event is not known to name the command; <see cref="SessionGatewayCommandUid.CommandOf(OperationId)"/> does. Unverified: further members. Name on the wire: <c>command.result</c>. Source: <c>/webhooks/mapping/</c>.</remarks>
public sealed record CommandResultEvent : SessionGatewayEvent
{
    /// <summary>Of the command. Unverified: that it is always there.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }

    /// <summary>Whether it was carried out.</summary>
    [JsonPropertyName("success")]
    [JsonConverter(typeof(TruthConverter))]
    public bool? Success { get; init; }
}

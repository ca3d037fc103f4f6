using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The call was answered.</summary>
/// <remarks>Comes twice for a call that was answered by command: when the channel is up, and when the command is done. Name on the wire: <c>call.answered</c>. Source: <c>/webhooks/call-events/</c>.</remarks>
public sealed record CallAnsweredEvent : SessionGatewayEvent
{
    /// <summary>Of the <see cref="AnswerCommand"/>; null in the event that no command made.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }

    /// <summary>Whether the command did it; null in the event that no command made.</summary>
    [JsonPropertyName("success")]
    [JsonConverter(typeof(TruthConverter))]
    public bool? Success { get; init; }
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>One page of a list: what happened in a call.</summary>
public sealed record SignalWireCallLogEventsPage : SignalWirePage
{
    /// <summary>What happened in a call; may be empty.</summary>
    [JsonPropertyName("data")]
    [JsonRequired]
    [JsonConverter(typeof(AnswerListConverter<SignalWireCallLogEvent>))]
    public IReadOnlyList<SignalWireCallLogEvent> Events { get; init => field = value ?? []; } = [];
}

using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>One page of a list: the logs of calls.</summary>
public sealed record SignalWireCallLogsPage : SignalWirePage
{
    /// <summary>The logs of calls; may be empty.</summary>
    [JsonPropertyName("data")]
    [JsonRequired]
    [JsonConverter(typeof(AnswerListConverter<SignalWireCallLog>))]
    public IReadOnlyList<SignalWireCallLog> Logs { get; init => field = value ?? []; } = [];
}

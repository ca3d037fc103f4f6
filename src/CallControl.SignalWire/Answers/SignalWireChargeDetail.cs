using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A part of what a call cost.</summary>
public sealed record SignalWireChargeDetail : SignalWireAnswer
{
    /// <summary>What for; null where the answer does not say.</summary>
    [JsonPropertyName("description")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Description { get; init; }

    /// <summary>How much, in dollars; null where the answer does not say.</summary>
    [JsonPropertyName("charge")]
    [JsonConverter(typeof(AnswerAmountConverter))]
    public decimal? Charge { get; init; }
}

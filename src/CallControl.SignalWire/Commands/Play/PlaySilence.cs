using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Silence.</summary>
public sealed record PlaySilence() : PlayItem("silence")
{
    /// <summary>How long, in seconds.</summary>
    /// <value>Above 0.</value>
    [JsonPropertyName("duration")]
    public required double DurationSeconds { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckAbove($"{field}.params.duration", DurationSeconds, 0);
}

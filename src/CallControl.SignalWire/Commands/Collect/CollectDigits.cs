using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How keys are collected.</summary>
public sealed record CollectDigits : SignalWireCommandPart
{
    /// <summary>The most keys; the collection ends with the last one.</summary>
    /// <value>1 or more.</value>
    [JsonPropertyName("max")]
    public required int Max { get; init; }

    /// <summary>The keys that end the collection.</summary>
    /// <value>Any of <c>0-9</c>, <c>A-D</c>, <c>a-d</c>, <c>*</c> and <c>#</c>. Null, the default, for none.</value>
    [JsonPropertyName("terminators")]
    public string? Terminators { get; init; }

    /// <summary>How long the next key is waited for, in seconds.</summary>
    /// <value>Above 0. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("digit_timeout")]
    public double? DigitTimeoutSeconds { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckAtLeast($"{field}.max", Max, 1);
        violations.CheckKeys($"{field}.terminators", Terminators);
        violations.CheckAbove($"{field}.digit_timeout", DigitTimeoutSeconds, 0);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Looks for keys.</summary>
public sealed record DetectDigit() : DetectTarget("digit")
{
    /// <summary>Which ones.</summary>
    /// <value>Any of <c>0-9</c>, <c>A-D</c>, <c>a-d</c>, <c>*</c> and <c>#</c>. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("digits")]
    public string? Digits { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckKeys($"{field}.params.digits", Digits);
}

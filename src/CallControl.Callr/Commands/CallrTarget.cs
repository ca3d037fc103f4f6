using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Who is called, and for how long it rings.</summary>
public sealed record CallrTarget
{
    private const int ShortestTimeoutSeconds = 5;
    private const int LongestTimeoutSeconds = 300;

    /// <summary>The number that is called.</summary>
    /// <value>E.164, with a plus sign.</value>
    [JsonPropertyName("number")]
    public required string Number { get; init; }

    /// <summary>How long it rings, in seconds.</summary>
    /// <value>5 to 300; 30 by default, which is ours.</value>
    [JsonPropertyName("timeout")]
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>The time only: the number stays out of logs.</summary>
    public override string ToString() => $"{nameof(CallrTarget)} {{ TimeoutSeconds = {TimeoutSeconds} }}";

    internal void Validate(ViolationList violations, string field)
    {
        if (Number is not ['+', _, ..] || Number.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            violations.Add(field + ".number", "must be a number with a plus sign, as in E.164");

        violations.CheckRange(field + ".timeout", TimeoutSeconds, ShortestTimeoutSeconds, LongestTimeoutSeconds);
    }
}

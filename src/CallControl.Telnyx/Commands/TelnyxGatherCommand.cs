using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the three ways to collect keys have in common.</summary>
public abstract record TelnyxGatherCommand : TelnyxCallCommand
{
    private protected TelnyxGatherCommand(string action)
        : base(action)
    {
    }

    /// <summary>How long the next key is waited for, in milliseconds.</summary>
    /// <value>1 to 120000. Null, the default, is 5000.</value>
    [JsonPropertyName("inter_digit_timeout_millis")]
    public int? InterDigitTimeoutMs { get; init; }

    /// <summary>The fewest keys.</summary>
    /// <value>1 to 128, and not above <see cref="MaximumDigits"/>. Null, the default, is 1.</value>
    [JsonPropertyName("minimum_digits")]
    public int? MinimumDigits { get; init; }

    /// <summary>The most keys.</summary>
    /// <value>1 to 128; null, the default, is the most.</value>
    [JsonPropertyName("maximum_digits")]
    public int? MaximumDigits { get; init; }

    /// <summary>The key that ends the entry.</summary>
    /// <value>Null, the default, is <c>#</c>.</value>
    [JsonPropertyName("terminating_digit")]
    public string? TerminatingDigit { get; init; }

    /// <summary>The keys that count.</summary>
    /// <value>Null, the default, is <c>0123456789#*</c>.</value>
    [JsonPropertyName("valid_digits")]
    public string? ValidDigits { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRange("inter_digit_timeout_millis", InterDigitTimeoutMs, 1, CommandRules.LongestDigitTimeoutMs);
        violations.CheckRange("minimum_digits", MinimumDigits, 1, CommandRules.MostDigits);
        violations.CheckRange("maximum_digits", MaximumDigits, 1, CommandRules.MostDigits);
        if (MinimumDigits is >= 1 and <= CommandRules.MostDigits && MaximumDigits is >= 1 and <= CommandRules.MostDigits && MinimumDigits > MaximumDigits)
        {
            violations.Add(
                "minimum_digits", string.Create(CultureInfo.InvariantCulture, $"must not be above maximum_digits, which is {MaximumDigits}"), MinimumDigits.Value);
        }
    }
}

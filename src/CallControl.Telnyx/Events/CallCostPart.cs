using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>One part of what a call cost.</summary>
public sealed record CallCostPart
{
    /// <summary>Which part, such as <c>sip-trunking</c>. Unverified: the words.</summary>
    [JsonPropertyName("call_part")]
    public string? CallPart { get; init; }

    /// <summary>How much of it is charged.</summary>
    [JsonPropertyName("billed_duration_secs")]
    public TimeSpan? BilledDuration { get; init; }

    /// <summary>The price, as sent. Unverified: of a minute.</summary>
    [JsonPropertyName("rate")]
    public decimal? Rate { get; init; }

    /// <summary>What it cost, in <see cref="Currency"/>.</summary>
    [JsonPropertyName("cost")]
    public decimal? Cost { get; init; }

    /// <summary>The currency, such as <c>USD</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallCostPart);
}

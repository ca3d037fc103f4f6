using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What a call cost.</summary>
/// <remarks>Name on the wire: <c>call.cost</c>. Sent only where the application asks for it (<c>call_cost_in_webhooks</c>).</remarks>
public sealed record CallCostEvent : TelnyxEvent
{
    /// <summary>Whether it could be told.</summary>
    [JsonPropertyName("status")]
    public CallCostStatus Status { get; init; }

    /// <summary>All parts together.</summary>
    [JsonPropertyName("total_cost")]
    public decimal? TotalCost { get; init; }

    /// <summary>How much is charged.</summary>
    [JsonPropertyName("billed_duration_secs")]
    public TimeSpan? BilledDuration { get; init; }

    /// <summary>The billing group.</summary>
    [JsonPropertyName("billing_group_id")]
    public string? BillingGroupId { get; init; }

    /// <summary>The parts; empty where there are none.</summary>
    [JsonPropertyName("cost_parts")]
    public IReadOnlyList<CallCostPart> CostParts { get; init => field = value ?? []; } = [];
}

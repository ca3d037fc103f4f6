using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The log of a call.</summary>
/// <remarks>Which members there are depends on <see cref="Type"/>. Of a deleted log only <see cref="Id"/>, <see cref="CreatedAt"/> and <see cref="DiscardedAt"/> are left.</remarks>
public sealed record SignalWireCallLog : SignalWireAnswer
{
    /// <summary>The log. Unverified: for a call that was not handed over it is the call's own id.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(CallIdConverter))]
    public CallId Id { get; init; }

    /// <summary>When the log was deleted; null for one that is there.</summary>
    [JsonPropertyName("discarded_at")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? DiscardedAt { get; init; }

    /// <summary>The caller; null where the answer does not say.</summary>
    [JsonPropertyName("from")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? From { get; init; }

    /// <summary>Who was called; null where the answer does not say.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? To { get; init; }

    /// <summary>Which way it was set up; null where the answer does not say.</summary>
    [JsonPropertyName("direction")]
    [JsonConverter(typeof(AnswerWordConverter<CallLegDirection>))]
    public CallLegDirection? Direction { get; init; }

    /// <summary>Where it stands; null where the answer does not say, and for a subscriber's device.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(AnswerWordConverter<CallLogStatus>))]
    public CallLogStatus? Status { get; init; }

    /// <summary>What kind it is; null where the answer does not say.</summary>
    [JsonPropertyName("type")]
    [JsonConverter(typeof(AnswerWordConverter<CallLegType>))]
    public CallLegType? Type { get; init; }

    /// <summary>Which of the vendor's interfaces it came by: <c>realtime_api</c>, <c>laml</c>, <c>dialogflow</c>; null where the answer does not say.</summary>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Source { get; init; }

    /// <summary>The address of the call's resource, or of its document; null where the answer does not say.</summary>
    [JsonPropertyName("url")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Url { get; init; }

    /// <summary>The call that this one belongs to; null where there is none.</summary>
    [JsonPropertyName("parent_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? ParentId { get; init; }

    /// <summary>When it was made; null where the answer does not say.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How long it lasted, in whole seconds; null where the answer does not say.</summary>
    [JsonPropertyName("duration")]
    [JsonConverter(typeof(ForgivingSecondsConverter))]
    public TimeSpan? Duration { get; init; }

    /// <summary>How long it lasted, to the millisecond; null where the answer does not say.</summary>
    [JsonPropertyName("duration_ms")]
    [JsonConverter(typeof(AnswerMillisecondsConverter))]
    public TimeSpan? PreciseDuration { get; init; }

    /// <summary>How much time is charged for; null where the answer does not say.</summary>
    [JsonPropertyName("billing_ms")]
    [JsonConverter(typeof(AnswerMillisecondsConverter))]
    public TimeSpan? BilledDuration { get; init; }

    /// <summary>What it cost so far, in dollars; null where the answer does not say.</summary>
    [JsonPropertyName("charge")]
    [JsonConverter(typeof(AnswerAmountConverter))]
    public decimal? Charge { get; init; }

    /// <summary>The parts of <see cref="Charge"/>; may be empty.</summary>
    [JsonPropertyName("charge_details")]
    [JsonConverter(typeof(ForgivingListConverter<SignalWireChargeDetail>))]
    public IReadOnlyList<SignalWireChargeDetail> ChargeDetails { get; init => field = value ?? []; } = [];
}

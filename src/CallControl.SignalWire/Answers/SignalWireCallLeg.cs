using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>SignalWire has taken a command: the call's leg at that moment. What becomes of the command is told by events.</summary>
/// <remarks>
/// One record for the vendor's two shapes, which <see cref="Type"/> tells apart: for a subscriber's device there are no durations, no <see cref="ParentId"/> and no
/// <see cref="Status"/>. The answer never says what the command itself did.
/// </remarks>
public sealed record SignalWireCallLeg : SignalWireAnswer
{
    /// <summary>The call, by the id that commands go to. Never empty in what the client returns.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(CallIdConverter))]
    public CallId Id { get => field == default ? CallId : field; init; }

    /// <summary>The operation that the command started or went to, as it was sent: the answer does not repeat it. Null for a command without one.</summary>
    [JsonIgnore]
    public OperationId? ControlId { get; init; }

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
    [JsonConverter(typeof(AnswerWordConverter<CallLegStatus>))]
    public CallLegStatus? Status { get; init; }

    /// <summary>What kind it is; null where the answer does not say.</summary>
    [JsonPropertyName("type")]
    [JsonConverter(typeof(AnswerWordConverter<CallLegType>))]
    public CallLegType? Type { get; init; }

    /// <summary>Which of the vendor's interfaces it came by: <c>realtime_api</c>; null where the answer does not say.</summary>
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

    /// <summary>Where some of the vendor's pages have the id.</summary>
    [JsonInclude]
    [JsonPropertyName("call_id")]
    [JsonConverter(typeof(CallIdConverter))]
    internal CallId CallId { get; init; }
}

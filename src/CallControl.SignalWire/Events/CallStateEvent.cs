using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A leg came into another state. With <c>ended</c>, its last event, though others may still be under way.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.state</c>.
/// Unverified: the vendor's draft has all three times in every event, its published example none of them.
/// </remarks>
public sealed record CallStateEvent : SignalWireEvent
{
    /// <summary>What state the leg is in.</summary>
    [JsonPropertyName("call_state")]
    public SignalWireCallState CallState { get; init; }

    /// <summary>Which way it goes.</summary>
    [JsonPropertyName("direction")]
    public CallEventDirection Direction { get; init; }

    /// <summary>What it goes over, and who is at its ends.</summary>
    [JsonPropertyName("device")]
    public CallDevice? Device { get; init; }

    /// <summary>The calling party: that of the device, or the one that bodies without an envelope are reported to have beside it.</summary>
    [JsonPropertyName("from")]
    public string? From { get => field ?? (Device?.Params?.From ?? Device?.Params?.FromNumber); init; }

    /// <summary>The called party, likewise.</summary>
    [JsonPropertyName("to")]
    public string? To { get => field ?? (Device?.Params?.To ?? Device?.Params?.ToNumber); init; }

    /// <summary>The leg that it was made by.</summary>
    [JsonPropertyName("parent")]
    public CallParent? Parent { get; init; }

    /// <summary>The leg that it is connected to.</summary>
    [JsonPropertyName("peer")]
    public CallPeer? Peer { get; init; }

    /// <summary>When it began; milliseconds on the wire. Null where it was 0.</summary>
    [JsonPropertyName("start_time")]
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it was answered; milliseconds on the wire. Null where it was 0, as long as it was not.</summary>
    [JsonPropertyName("answer_time")]
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? AnswerTime { get; init; }

    /// <summary>When it ended; milliseconds on the wire. Null where it was 0, as long as it has not.</summary>
    [JsonPropertyName("end_time")]
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Why it ended; <c>default</c> as long as it has not.</summary>
    [JsonPropertyName("end_reason")]
    public SignalWireEndReason EndReason { get; init; }

    /// <summary>Which side ended it.</summary>
    [JsonPropertyName("end_source")]
    public CallEndSource EndSource { get; init; }

    /// <summary>Whether it was the first of several that were called at the same time to answer. Text on the wire.</summary>
    [JsonPropertyName("dial_winner")]
    public bool? DialWinner { get; init; }

    /// <summary>What the SIP request said that began it.</summary>
    [JsonPropertyName("sip_data")]
    public CallSipData? SipData { get; init; }

    /// <summary>How well its audio arrived, as a mean opinion score: 1 to 5.</summary>
    [JsonPropertyName("audio_in_mos")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? AudioInMos { get; init; }
}

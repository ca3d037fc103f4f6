using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>The leg that a document is asked for.</summary>
public sealed record SwmlCall
{
    /// <summary>The leg; <c>default</c> where it was absent.</summary>
    [JsonPropertyName("call_id")]
    public CallId Call { get; init; }

    /// <summary>The node that it is on: a UUID with a region, such as <c>…@us-east</c>.</summary>
    [JsonPropertyName("node_id")]
    public string? NodeId { get; init; }

    /// <summary>The part of a conversation that it belongs to.</summary>
    [JsonPropertyName("segment_id")]
    public string? SegmentId { get; init; }

    /// <summary>What the application attached to it.</summary>
    [JsonPropertyName("tag")]
    public string? Tag { get; init; }

    /// <summary>What state it is in.</summary>
    [JsonPropertyName("call_state")]
    public SignalWireCallState CallState { get; init; }

    /// <summary>Which way it goes.</summary>
    [JsonPropertyName("direction")]
    public CallEventDirection Direction { get; init; }

    /// <summary>What it goes over.</summary>
    [JsonPropertyName("type")]
    public CallDeviceType Type { get; init; }

    /// <summary>The calling party: an E.164 number or an address.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The called party: an E.164 number or an address.</summary>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>The calling party as a number, of a <c>phone</c> leg.</summary>
    [JsonPropertyName("from_number")]
    public string? FromNumber { get; init; }

    /// <summary>The called party as a number, of a <c>phone</c> leg.</summary>
    [JsonPropertyName("to_number")]
    public string? ToNumber { get; init; }

    /// <summary>Whether it was the first of several that were called at the same time to answer. Text on the wire.</summary>
    [JsonPropertyName("dial_winner")]
    public bool? DialWinner { get; init; }

    /// <summary>SIP headers; empty where there are none.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyList<SignalWireHeader> Headers { get; init => field = value ?? []; } = [];

    /// <summary>The leg that it was made by.</summary>
    [JsonPropertyName("parent")]
    public CallParent? Parent { get; init; }

    /// <summary>The leg that it is connected to.</summary>
    [JsonPropertyName("peer")]
    public CallPeer? Peer { get; init; }

    /// <summary>What the SIP request said that began it.</summary>
    [JsonPropertyName("sip_data")]
    public CallSipData? SipData { get; init; }

    /// <summary>The project, a UUID.</summary>
    [JsonPropertyName("project_id")]
    public string? ProjectId { get; init; }

    /// <summary>The space, a UUID.</summary>
    [JsonPropertyName("space_id")]
    public string? SpaceId { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(SwmlCall);
}

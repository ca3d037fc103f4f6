using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where tapped audio goes.</summary>
public sealed record CallTapDeviceParams
{
    /// <summary>The address, of an <c>rtp</c> device.</summary>
    [JsonPropertyName("addr")]
    public string? Addr { get; init; }

    /// <summary>The port, of an <c>rtp</c> device.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; init; }

    /// <summary>The codec.</summary>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>How much audio a packet holds, of an <c>rtp</c> device; milliseconds on the wire.</summary>
    [JsonPropertyName("ptime")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan? PacketTime { get; init; }

    /// <summary>The address, of a <c>ws</c> device.</summary>
    [JsonPropertyName("uri")]
    public string? Uri { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallTapDeviceParams);
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>An RTP receiver: bare packets, without RTCP or a session description.</summary>
public sealed record TapRtpDevice() : TapDevice("rtp")
{
    private const int FrameMs = 10;
    private const int LongestFrameMs = 120;

    /// <summary>The receiver's address.</summary>
    /// <value>A public IPv4 address; the vendor refuses private and reserved ones.</value>
    [JsonPropertyName("addr")]
    public required string Address { get; init; }

    /// <summary>The receiver's port.</summary>
    /// <value>1 to 65535.</value>
    [JsonPropertyName("port")]
    public required int Port { get; init; }

    /// <summary>How much audio a packet has, in milliseconds.</summary>
    /// <value>10, 20, 30 and so on to 120. Null, the default, leaves it to the vendor: 20 (unverified).</value>
    [JsonPropertyName("ptime")]
    public int? PacketTimeMs { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckPublicAddress($"{field}.params.addr", Address);
        violations.CheckRange($"{field}.params.port", Port, 1, ushort.MaxValue);
        base.Validate(violations, field);
        if (PacketTimeMs is { } time && (time is < FrameMs or > LongestFrameMs || time % FrameMs != 0))
            violations.Add($"{field}.params.ptime", "must be 10, 20, 30 and so on to 120", time);
    }
}

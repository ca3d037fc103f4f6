namespace CallControl.Testing.Emulation;

/// <summary>What one direction of a fork is sent as.</summary>
internal sealed record ForkLineTerms
{
    public required string CallLegId { get; init; }

    public required string Direction { get; init; }

    public required Uri Target { get; init; }

    public required AudioCodec Codec { get; init; }

    /// <summary>How much sound is in a packet, at 8 kHz.</summary>
    public int PacketSamples { get; init; } = LegAudio.FrameSamples;

    /// <summary>What stands before the RTP header of every packet.</summary>
    public byte[] Prefix { get; init; } = [];
}

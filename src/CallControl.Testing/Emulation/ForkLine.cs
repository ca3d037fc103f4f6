using System.Buffers.Binary;

namespace CallControl.Testing.Emulation;

/// <summary>One direction of a fork: RTP over UDP. Used under the account's lock.</summary>
internal sealed class ForkLine
{
    private const int HeaderLength = 12;

    private readonly ForkLineTerms _terms;
    private readonly UdpOutlet _outlet;
    private readonly FaultyLine<byte[]> _line;
    private readonly SampleQueue _samples = new();
    private readonly uint _ssrc;
    private ushort _sequence;
    private uint _timestamp;
    private long _unsent;

    public ForkLine(ForkLineTerms terms, UdpOutlet outlet, EmulatedMediaFaults faults, Random random)
    {
        _terms = terms;
        _outlet = outlet;
        _line = new FaultyLine<byte[]>(faults, random, canLose: true, Send);
        _ssrc = (uint)random.NextInt64(1L << 32);
        _sequence = (ushort)random.Next(1 << 16);
        _timestamp = (uint)random.NextInt64(1L << 32);
    }

    public void Add(ReadOnlySpan<short> samples)
    {
        _samples.Add(samples);
        var sound = new short[_terms.PacketSamples];
        while (_samples.Count >= sound.Length)
        {
            _samples.Take(sound);
            _line.Add(Packet(_terms.Codec.Encode(sound)));
        }
    }

    /// <summary>Sends what is held back, and gives up the outlet. Nothing is added after it.</summary>
    public void Finish()
    {
        _line.Finish();
        _outlet.Dispose();
    }

    public EmulatedFork Describe() => new()
    {
        CallLegId = _terms.CallLegId,
        Direction = _terms.Direction,
        Target = _terms.Target,
        Ssrc = _ssrc,
        Packets = _line.Made,
        Lost = _line.Lost,
        Duplicated = _line.Duplicated,
        Reordered = _line.Reordered,
        Unsent = _unsent,
    };

    //  0                   1                   2                   3
    //  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
    // +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
    // |V=2|P|X|  CC   |M|     PT      |       sequence number         |
    // |                           timestamp                           |
    // |           synchronization source (SSRC) identifier            |
    // +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
    // RFC 3550 section 5.1; the marker on the first packet of a talkspurt, and the types 0 and 8, are RFC 3551's.
    private byte[] Packet(byte[] payload)
    {
        var packet = new byte[_terms.Prefix.Length + HeaderLength + payload.Length];
        _terms.Prefix.CopyTo(packet, 0);
        var header = packet.AsSpan(_terms.Prefix.Length);
        header[0] = 0x80;
        header[1] = (byte)((_line.Made == 0 ? 0x80 : 0) | (_terms.Codec.Name is "PCMA" ? 8 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], _sequence);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], _timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], _ssrc);
        payload.CopyTo(header[HeaderLength..]);
        unchecked
        {
            _sequence++;
            _timestamp += (uint)_terms.PacketSamples;
        }

        return packet;
    }

    private void Send(byte[] packet)
    {
        if (!_outlet.TrySend(packet))
            _unsent++;
    }
}

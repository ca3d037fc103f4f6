using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A fork of a leg over UDP: plain RTP to <c>rx</c> and <c>tx</c>, or both directions to <c>target</c>, each packet behind a STREP header.
/// Unverified: that every leg the emulator knows is an A leg, that forks come in the codec of the call, and that silence is sent.
/// </summary>
internal sealed class LegFork : IAudioPart
{
    private const byte StrepVersion1 = 0xC4;
    private const byte SentByVendor = 0x01;
    private const int StrepLength = 24;

    private readonly TelnyxLeg _leg;
    private readonly ForkLine _inbound;
    private readonly ForkLine _outbound;

    public LegFork(TelnyxLeg leg, string streamType, RequestBody body)
    {
        _leg = leg;
        StreamType = streamType;
        var target = body.Text("target");
        _inbound = Line("inbound", target ?? body.Text("rx", ""), target is null ? [] : Strep(StrepVersion1));
        _outbound = Line("outbound", target ?? body.Text("tx", ""), target is null ? [] : Strep(StrepVersion1 | SentByVendor));
        leg.Audio.Attach(this);
    }

    public string StreamType { get; }

    public void Stop()
    {
        _leg.Audio.Detach(this);
        _inbound.Finish();
        _outbound.Finish();
    }

    void IAudioPart.Play(Span<short> heard)
    {
    }

    void IAudioPart.Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        _inbound.Add(said);
        _outbound.Add(heard);
    }

    private ForkLine Line(string direction, string target, byte[] prefix)
    {
        var address = new Uri($"udp://{target["udp:".Length..]}");
        var terms = new ForkLineTerms
        {
            CallLegId = _leg.CallLegId,
            Direction = direction,
            Target = address,
            Codec = AudioCodec.Find(_leg.Options.CallCodec, LegAudio.SampleRate)!,
            Prefix = prefix,
        };
        var outlet = new UdpOutlet(MediaAddresses.EndPoint(address, _leg.Options.MediaAddressOf));
        var line = new ForkLine(terms, outlet, _leg.Context.MediaFaults, _leg.Context.Ids.NewRandom());
        _leg.Context.Forks.Add(line);
        return line;
    }

    //  0                   1                   2                   3
    //  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
    // +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
    // |1 1|version|L|D| header length |           reserved            |
    // |                           reserved                            |
    // |                   call_leg_id, 16 bytes ...                   |
    // +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
    // The vendor's page on forking. Unverified: that the id stands in network order.
    private byte[] Strep(byte first)
    {
        var header = new byte[StrepLength];
        header[0] = first;
        header[1] = StrepLength;
        Guid.Parse(_leg.CallLegId).TryWriteBytes(header.AsSpan(8), bigEndian: true, out _);
        return header;
    }
}

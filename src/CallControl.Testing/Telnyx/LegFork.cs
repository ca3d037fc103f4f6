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
    private readonly List<UdpOutlet> _outlets = [];
    private readonly ForkLine _inbound;
    private readonly ForkLine _outbound;

    public LegFork(TelnyxLeg leg, string streamType, RequestBody body)
    {
        _leg = leg;
        StreamType = streamType;
        if (body.Text("target") is { } target)
        {
            var outlet = OutletTo(AddressOf(target));
            _inbound = Line("inbound", target, outlet, Strep(StrepVersion1));
            _outbound = Line("outbound", target, outlet, Strep(StrepVersion1 | SentByVendor));
        }
        else
        {
            var (rx, tx) = (body.Text("rx", ""), body.Text("tx", ""));
            _inbound = Line("inbound", rx, OutletTo(AddressOf(rx)), []);
            _outbound = Line("outbound", tx, OutletTo(AddressOf(tx)), []);
        }

        leg.Audio.Attach(this);
    }

    public string StreamType { get; }

    public void Stop()
    {
        _leg.Audio.Detach(this);
        _inbound.Finish();
        _outbound.Finish();
        foreach (var outlet in _outlets)
            outlet.Dispose();
    }

    void IAudioPart.Play(Span<short> heard)
    {
    }

    void IAudioPart.Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        _inbound.Add(said);
        _outbound.Add(heard);
    }

    /// <summary>"udp:address:port" as an address that can be taken apart.</summary>
    private static Uri AddressOf(string target) => new($"udp://{target["udp:".Length..]}");

    private UdpOutlet OutletTo(Uri address)
    {
        var outlet = new UdpOutlet(MediaAddresses.EndPoint(address, _leg.Options.MediaAddressOf));
        _outlets.Add(outlet);
        return outlet;
    }

    private ForkLine Line(string direction, string target, UdpOutlet outlet, byte[] prefix)
    {
        var terms = new ForkLineTerms
        {
            CallLegId = _leg.CallLegId,
            Direction = direction,
            Target = AddressOf(target),
            Codec = AudioCodec.Find(_leg.Options.CallCodec, LegAudio.SampleRate)!,
            Prefix = prefix,
        };
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

using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A copy of the leg's audio as RTP over UDP; to a WebSocket nothing is sent, as its wire is not documented. Unverified: that "speak" is
/// what the far end says and "listen" what it hears, that "both" is the two mixed, and that PCMU is the default.
/// </summary>
internal sealed class TapOperation : LegOperation, IAudioPart
{
    public const string Name = "tap";

    private readonly JsonObject _tap;
    private readonly JsonObject _device;
    private readonly string _direction;
    private ForkLine? _line;

    private TapOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, JsonObject tap, JsonObject device)
        : base(leg, Name, controlId, statusUrl)
    {
        _tap = tap;
        _device = device;
        _direction = tap["params"]!["direction"]!.GetValue<string>();
    }

    public static void Start(SignalWireLeg leg, string controlId, Uri? statusUrl, JsonObject tap, JsonObject device)
    {
        var operation = new TapOperation(leg, controlId, statusUrl, tap, device);
        leg.Operations.Add(operation);
        operation.Open();
        operation.Tell("tapping");
    }

    public override void Stop()
    {
        if (!Close())
            return;
        Leg.Audio.Detach(this);
        _line?.Finish();
        Tell("finished");
        Ended?.Invoke("finished");
    }

    void IAudioPart.Play(Span<short> heard)
    {
    }

    void IAudioPart.Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        if (_direction is not "both")
        {
            _line!.Add(_direction is "speak" ? said : heard);
            return;
        }

        Span<short> mixed = stackalloc short[LegAudio.FrameSamples];
        said.CopyTo(mixed);
        LegAudio.Mix(mixed, heard);
        _line!.Add(mixed);
    }

    private void Open()
    {
        var to = _device["params"]!;
        if (_device["type"]!.GetValue<string>() is not "rtp")
            return;
        var name = to["codec"]?.GetValue<string>() ?? "PCMU";
        if (AudioCodec.Find(name.ToUpperInvariant(), LegAudio.SampleRate) is not { } codec)
        {
            Leg.Context.Report(Leg, Name, $"The emulator has no code for {name}: the tap sends nothing.");
            return;
        }

        var target = new UriBuilder("udp", to["addr"]!.GetValue<string>(), to["port"]!.GetValue<int>()).Uri;
        var outlet = new UdpOutlet(MediaAddresses.EndPoint(target, Leg.Options.MediaAddressOf));
        var terms = new ForkLineTerms
        {
            CallLegId = Leg.Id,
            Direction = _direction switch { "speak" => "inbound", "listen" => "outbound", _ => "both" },
            Target = target,
            Codec = codec,
            PacketSamples = Math.Max(1, MillisecondsOf(to["ptime"])) * LegAudio.SampleRate / 1000,
        };
        _line = new ForkLine(terms, outlet, Leg.Context.MediaFaults, Leg.Context.Ids.NewRandom());
        Leg.Context.Forks.Add(_line);
        Leg.Audio.Attach(this);
    }

    /// <summary>A number, whether a command or a document brought it; 20 when there is none.</summary>
    private static int MillisecondsOf(JsonNode? number) =>
        number is null ? 20 : (int)double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);

    private void Tell(string state) => Raise(SignalWireEvents.Tap, new JsonObject
    {
        ["state"] = state, ["tap"] = _tap.DeepClone(), ["device"] = _device.DeepClone(),
    });
}

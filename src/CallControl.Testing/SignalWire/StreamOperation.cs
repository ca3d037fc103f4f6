using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A stream of the leg's audio to a WebSocket: one way, or both ways where a document connects to it. Unverified: that
/// <c>calling.stream</c> speaks the protocol of the vendor's page on <c>Stream</c>; that a state told with GET is the request alone,
/// without anything of it; that a stream which cannot be opened is told as <c>finished</c>; that a key lasts 100 ms; that messages and
/// chunks count from 1; that the states of a stream that a document connects to name their call, which the vendor's example does not; that audio for another stream, and what cannot be read, is passed over; and that PCMA is named like its sibling.
/// </summary>
internal sealed class StreamOperation : LegOperation, IAudioPart, IMediaPeer
{
    public const string Name = "stream";

    private const int KeyMilliseconds = 100;

    private readonly StreamTerms _terms;
    private readonly string _streamSid;
    private readonly List<StreamTrack> _tracks = [];
    private readonly PlayOut _playOut;
    private readonly FaultyLine<byte[]> _media;
    private AudioCodec? _codec;
    private int _chunkSamples;
    private MediaSocket? _socket;
    private long _messages;
    private bool _isOpen;

    private StreamOperation(SignalWireLeg leg, string controlId, StreamTerms terms, Action<string>? ended)
        : base(leg, Name, controlId, terms.StatusUrl, terms.IsToldByGet)
    {
        _terms = terms;
        _streamSid = leg.Context.Ids.NewUuid();
        if (terms.Track is not "outbound_track")
            _tracks.Add(new StreamTrack("inbound"));
        if (terms.Track is not "inbound_track")
            _tracks.Add(new StreamTrack("outbound"));
        _playOut = new PlayOut(name => Transmit(With(new JsonObject { ["event"] = "mark" }, "mark", new JsonObject { ["name"] = name })));
        _media = new FaultyLine<byte[]>(leg.Context.MediaFaults, new Random(leg.Options.Seed), canLose: false, message => _socket!.Send(message));
        Ended = ended;
    }

    public static StreamOperation Start(SignalWireLeg leg, string controlId, StreamTerms terms, Action<string>? ended = null)
    {
        var operation = new StreamOperation(leg, controlId, terms, ended);
        leg.Operations.Add(operation);
        operation.Open();
        return operation;
    }

    public override void Stop() => Finish("finished");

    public override void Press(char key)
    {
        if (!_isOpen)
            return;
        var message = new JsonObject { ["event"] = "dtmf" };
        if (_terms.IsBidirectional)
            message["streamSid"] = _streamSid;
        Transmit(With(message, "dtmf", new JsonObject { ["digit"] = key.ToString(), ["duration"] = Number(KeyMilliseconds) }));
    }

    void IMediaPeer.Opened() => Leg.Guard(Name, () =>
    {
        _isOpen = true;
        Transmit(new JsonObject { ["event"] = "connected", ["protocol"] = "Call", ["version"] = "0.2.0" });
        Transmit(With(NewMessage("start"), "start", Start()));
        Leg.Audio.Attach(this);
        Tell("streaming");
    });

    void IMediaPeer.Failed(string reason) => Leg.Guard(Name, () =>
    {
        // The vendor tells only that the stream is over.
        Leg.Context.Report(Leg, Name, $"The WebSocket could not be opened: {reason}.");
        Finish("failed");
    });

    void IMediaPeer.Lost() => Leg.Guard(Name, () =>
    {
        _isOpen = false;
        Finish("finished");
    });

    void IMediaPeer.Received(ReadOnlySpan<byte> message, bool isText)
    {
        if (!_terms.IsBidirectional || !isText || !JsonParts.TryParse(message, out var root))
            return;
        switch (JsonParts.TextOf(root, "event"))
        {
            case "media" when JsonParts.TextOf(root, "streamSid") == _streamSid && JsonParts.PartOf(root, "media") is { } media:
                Play(JsonParts.TextOf(media, "payload") ?? "");
                break;
            case "mark" when JsonParts.PartOf(root, "mark") is { } mark && JsonParts.TextOf(mark, "name") is { } name:
                _playOut.Mark(name);
                break;
            case "clear":
                _playOut.Clear();
                break;
            case "dtmf" when JsonParts.PartOf(root, "dtmf") is { } dtmf:
                HearKeys(dtmf);
                break;
        }
    }

    void IAudioPart.Play(Span<short> heard)
    {
        Span<short> frame = stackalloc short[LegAudio.FrameSamples];
        LegAudio.Mix(heard, frame[.._playOut.Take(frame)]);
    }

    void IAudioPart.Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        foreach (var track in _tracks)
        {
            track.Samples.Add(track.Name is "inbound" ? said : heard);
            var chunk = new short[_chunkSamples];
            while (track.Samples.Count >= chunk.Length)
            {
                track.Samples.Take(chunk);
                SendMedia(track, chunk);
            }
        }
    }

    private void Open()
    {
        if (!Uri.TryCreate(_terms.Url, UriKind.Absolute, out var asked) || asked.Scheme is not ("ws" or "wss"))
        {
            Leg.Context.Report(Leg, Name, "invalid_url: a WebSocket address is expected.");
            Finish("failed");
        }
        else if (MediaAddresses.Resolve(asked, Leg.Options.MediaAddressOf) is not { } address)
        {
            Tell("streaming");
        }
        else if (_terms.ReadCodec(Leg.Options.L16IsBigEndian) is var (codec, samples))
        {
            (_codec, _chunkSamples) = (codec, samples);
            _socket = Leg.Context.Sockets.Open(Leg.Context.Gate, address, _terms.Token, this);
        }
        else
        {
            Leg.Context.Report(Leg, Name, $"codec_error: the emulator has no code for {_terms.Codec}, or the vendor does not take it here.");
            Finish("failed");
        }
    }

    private void Finish(string outcome)
    {
        if (!Close())
            return;
        Leg.Audio.Detach(this);
        _media.Finish();
        if (_isOpen)
            Transmit(NewMessage("stop"));
        _isOpen = false;
        _socket?.Close();
        Tell("finished");
        Ended?.Invoke(outcome);
    }

    private JsonObject Start() => new()
    {
        ["streamSid"] = _streamSid,
        ["accountSid"] = Leg.Options.ProjectId,
        ["callSid"] = Leg.Id,
        ["tracks"] = new JsonArray([.. _tracks.Select(static track => (JsonNode)track.Name)]),
        ["customParameters"] = _terms.CustomParameters.DeepClone(),
        ["mediaFormat"] = new JsonObject
        {
            ["encoding"] = _codec!.Name switch { "PCMU" => "audio/x-mulaw", "PCMA" => "audio/x-alaw", _ => "audio/x-L16" },
            ["sampleRate"] = Number(_codec.SampleRate),
            ["channels"] = Number(1),
        },
    };

    private void SendMedia(StreamTrack track, ReadOnlySpan<short> samples)
    {
        var message = With(NewMessage("media"), "media", new JsonObject
        {
            ["track"] = track.Name,
            ["chunk"] = Number(track.Chunks + 1),
            ["timestamp"] = Number(track.Chunks * samples.Length * 1000 / LegAudio.SampleRate),
            ["payload"] = Convert.ToBase64String(_codec!.Encode(samples)),
        });
        track.Chunks++;
        _media.Add(JsonParts.BytesOf(message));
    }

    private void Play(string payload)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(payload.Length)];
        if (Convert.TryFromBase64String(payload, bytes, out var length))
            _playOut.TryAdd(_codec!.Decode(bytes.AsSpan(0, length)));
    }

    private void HearKeys(JsonElement dtmf)
    {
        foreach (var key in JsonParts.TextOf(dtmf, "digit") ?? "")
            Leg.Hear(key);
    }

    private void Tell(string state)
    {
        var told = new JsonObject { ["state"] = state, ["url"] = _terms.Url };
        if (_terms.Name is not null)
            told["name"] = _terms.Name;
        Raise(SignalWireEvents.Stream, told);
    }

    private JsonObject NewMessage(string name) => new() { ["event"] = name, ["sequenceNumber"] = Number(++_messages) };

    private static JsonObject With(JsonObject message, string name, JsonObject part)
    {
        message[name] = part;
        return message;
    }

    private JsonNode Number(long number) =>
        Leg.Options.SendsStreamNumbersAsText ? number.ToString(CultureInfo.InvariantCulture) : number;

    private void Transmit(JsonObject message) => _socket!.Send(JsonParts.BytesOf(message));
}

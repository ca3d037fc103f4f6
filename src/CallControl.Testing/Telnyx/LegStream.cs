using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A stream of a leg over a WebSocket: its messages both ways. Unverified: that <c>timestamp</c> counts milliseconds from the stream's
/// start, that chunks and messages count from 1, that <c>custom_parameters</c> come as they were given, that <c>stream_auth_token</c>
/// becomes a bearer token, that chunks below 20 ms are taken and those above 30 s refused, that a message of an unknown kind is passed
/// over, and that what the leg hears of the stream itself is in its outbound track.
/// </summary>
internal sealed class LegStream : IAudioPart, IMediaPeer
{
    // A file a second, less what messages may be delayed on their way.
    private static readonly TimeSpan FileInterval = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan LongestChunk = TimeSpan.FromSeconds(30);

    private readonly TelnyxLeg _leg;
    private readonly LegStreamTerms _terms;
    private readonly LegStreamTrack? _inbound;
    private readonly LegStreamTrack? _outbound;
    private readonly PlayOut _playOut;
    private readonly FaultyLine<byte[]> _media;
    private AudioCodec? _codec;
    private AudioCodec? _returnCodec;
    private MediaSocket? _socket;
    private DateTimeOffset? _lastFile;
    private long _messages;
    private bool _isOpen;

    public LegStream(TelnyxLeg leg, string id, LegStreamTerms terms, string type)
    {
        _leg = leg;
        _terms = terms;
        Id = id;
        Type = type;
        _inbound = terms.Track is "outbound_track" ? null : new LegStreamTrack("inbound");
        _outbound = terms.Track is "inbound_track" ? null : new LegStreamTrack("outbound");
        _playOut = new PlayOut(name => Send("mark", new JsonObject { ["name"] = name }));
        _media = new FaultyLine<byte[]>(leg.Context.MediaFaults, new Random(leg.Options.Seed), canLose: false, Transmit);
    }

    public string Id { get; }

    /// <summary>"websocket" or "dialogflow".</summary>
    public string Type { get; }

    public LegStreamTerms Terms => _terms;

    /// <summary>Begins to open the socket. Null, or why the stream cannot be.</summary>
    public string? TryOpen()
    {
        if (MediaAddresses.Resolve(new Uri(_terms.Url), _leg.Options.MediaAddressOf) is not { } address)
        {
            _leg.Streams.Opened(this);
            return null;
        }

        var isBigEndian = _leg.Options.L16IsBigEndian;
        _codec = AudioCodec.Find(_terms.Codec, sampleRate: 16_000, isBigEndian);
        _returnCodec = AudioCodec.Find(_terms.ReturnCodec, _terms.ReturnRate, isBigEndian);
        if (_codec is null)
            return $"The emulator has no code for {_terms.Codec}.";
        if (_returnCodec is null && !_terms.TakesFiles)
            return $"The emulator has no code for {_terms.ReturnCodec}.";
        _socket = _leg.Context.Sockets.Open(_leg.Context.Gate, address, _terms.Token, this);
        return null;
    }

    public void Press(char key)
    {
        if (!_isOpen)
            return;
        var message = NewMessage("dtmf");
        message["occurred_at"] = TelnyxTime.Of(_leg.Context.Time.GetUtcNow());
        message["dtmf"] = new JsonObject { ["digit"] = key.ToString() };
        Transmit(JsonParts.BytesOf(message));
    }

    public void Stop()
    {
        _leg.Audio.Detach(this);
        _media.Finish();
        if (_isOpen)
            Send("stop", new JsonObject { ["user_id"] = _leg.Context.UserId, ["call_control_id"] = _leg.CallControlId });
        _isOpen = false;
        _socket?.Close();
    }

    void IMediaPeer.Opened()
    {
        _isOpen = true;
        Transmit(JsonParts.BytesOf(new JsonObject { ["event"] = "connected", ["version"] = "1.0.0" }));
        Send("start", Start());
        _leg.Audio.Attach(this);
        _leg.Streams.Opened(this);
    }

    void IMediaPeer.Failed(string reason) => _leg.Streams.Fail(this, reason);

    void IMediaPeer.Lost()
    {
        _isOpen = false;
        _leg.Streams.StopStream();
    }

    void IMediaPeer.Received(ReadOnlySpan<byte> message, bool isText)
    {
        if (!isText || !JsonParts.TryParse(message, out var root))
        {
            Refuse(LegStreamErrors.MalformedFrame, "A JSON object in a text message is expected.");
            return;
        }

        switch (JsonParts.TextOf(root, "event"))
        {
            case "media" when JsonParts.PartOf(root, "media") is { } media && JsonParts.TextOf(media, "payload") is { } payload:
                Play(payload);
                break;
            case "mark" when JsonParts.PartOf(root, "mark") is { } mark && JsonParts.TextOf(mark, "name") is { } name:
                _playOut.Mark(name);
                break;
            case "clear":
                _playOut.Clear();
                break;
            case null or "media" or "mark":
                Refuse(LegStreamErrors.MalformedFrame, "A member is missing.");
                break;
        }
    }

    void IAudioPart.Play(Span<short> heard)
    {
        Span<short> frame = stackalloc short[LegAudio.FrameSamples];
        frame = frame[.._playOut.Take(frame)];
        if (frame.IsEmpty)
            return;
        if (_terms.TargetLegs is "self" or "both")
            LegAudio.Mix(heard, frame);
        if (_terms.TargetLegs is "opposite" or "both")
            _leg.Peer?.Audio.Hear(frame);
    }

    void IAudioPart.Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard)
    {
        SendMedia(_inbound, said);
        SendMedia(_outbound, heard);
    }

    private JsonObject Start()
    {
        var start = new JsonObject
        {
            ["user_id"] = _leg.Context.UserId,
            ["call_control_id"] = _leg.CallControlId,
            ["call_session_id"] = _leg.Session.Id,
            ["from"] = _leg.From,
            ["to"] = _leg.To,
            ["tags"] = new JsonArray(),
            ["client_state"] = _leg.ClientState,
            ["media_format"] = new JsonObject { ["encoding"] = _codec!.Name, ["sample_rate"] = _codec.SampleRate, ["channels"] = 1 },
        };
        if (_terms.CustomParameters is { } parameters)
            start["custom_parameters"] = parameters.DeepClone();
        return start;
    }

    private void Play(string payload)
    {
        var now = _leg.Context.Time.GetUtcNow();
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(payload.Length)];
        if (!Convert.TryFromBase64String(payload, bytes, out var length) || length == 0)
        {
            Refuse(LegStreamErrors.InvalidMedia, "The payload is not base64.");
        }
        else if (!_terms.TakesFiles)
        {
            var samples = _returnCodec!.Decode(bytes.AsSpan(0, length));
            if (samples.Length > LongestChunk.TotalSeconds * LegAudio.SampleRate)
                Refuse(LegStreamErrors.InvalidMedia, "A chunk holds 30 s at most.");
            else
                Queue(samples);
        }
        else if (now - _lastFile < FileInterval)
        {
            Refuse(LegStreamErrors.RateLimitReached, "One file a second is taken.");
        }
        else
        {
            _lastFile = now;
            Queue(new short[(long)(_leg.Options.MediaDuration.TotalSeconds * LegAudio.SampleRate)]);
        }
    }

    private void Queue(short[] samples)
    {
        if (!_playOut.TryAdd(samples))
            Refuse(LegStreamErrors.RateLimitReached, "Ten minutes wait to be played.");
    }

    private void SendMedia(LegStreamTrack? track, ReadOnlySpan<short> samples)
    {
        if (track is null)
            return;
        var message = NewMessage("media");
        message["media"] = new JsonObject
        {
            ["track"] = track.Name,
            ["chunk"] = TextOf(track.Chunks + 1),
            ["timestamp"] = TextOf(track.Chunks * (long)LegAudio.Frame.TotalMilliseconds),
            ["payload"] = Convert.ToBase64String(_codec!.Encode(samples)),
        };
        track.Chunks++;
        _media.Add(JsonParts.BytesOf(message));
    }

    private void Refuse(int code, string detail)
    {
        var (title, isOld) = (LegStreamErrors.TitleOf(code), _leg.Options.SendsOldStreamErrors);
        var message = isOld ? NewMessage("error") : new JsonObject { ["event"] = "error", ["stream_id"] = Id };
        message[isOld ? "error" : "payload"] = new JsonObject
        {
            ["code"] = isOld ? TextOf(code) : code, ["title"] = title, ["detail"] = detail,
        };
        Transmit(JsonParts.BytesOf(message));
    }

    private void Send(string name, JsonObject part)
    {
        var message = NewMessage(name);
        message[name] = part;
        Transmit(JsonParts.BytesOf(message));
    }

    private JsonObject NewMessage(string name) => new()
    {
        ["event"] = name, ["sequence_number"] = TextOf(++_messages), ["stream_id"] = Id,
    };

    private void Transmit(byte[] message) => _socket!.Send(message);

    private static string TextOf(long number) => number.ToString(CultureInfo.InvariantCulture);
}

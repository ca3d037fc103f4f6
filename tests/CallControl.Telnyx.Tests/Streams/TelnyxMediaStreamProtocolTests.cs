using System.Buffers;
using System.Text;
using CallControl.Media;
using CallControl.Media.Tests;

namespace CallControl.Telnyx.Tests;

/// <summary>Every message that the vendor documents or that was captured, in each of its shapes; and what is sent, byte for byte.</summary>
public sealed class TelnyxMediaStreamProtocolTests
{
    private const string StreamId = "32de0dea-53cb-4b21-89a4-9e1819c043bc";

    private static TelnyxMediaStreamProtocol Protocol => TelnyxMediaStreamProtocol.Instance;

    [Fact]
    public void Read_Connected_HasTheVersion()
    {
        var connected = Read<MediaStreamConnected>("""
            {
                "event": "connected",
                "version": "1.0.0"
            }
            """);

        (connected.Version, connected.Protocol, connected.StreamId).Should().Be(("1.0.0", null, null));
    }

    [Fact]
    public void Read_Start_HasEverything()
    {
        var start = Read<MediaStreamStart>("""
            {
                "event": "start",
                "sequence_number": "1",
                "start": {
                    "user_id": "3e6f995f-85f7-4705-9741-53b116d28237",
                    "call_control_id": "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ",
                    "call_session_id": "ff55a038-6f5d-11ef-9692-02420aeffb1f",
                    "from": "+15550100",
                    "to": "+15550199",
                    "tags": ["vip", "test"],
                    "client_state": "aGF2ZSBhIG5pY2UgZGF5ID1d",
                    "custom_parameters": { "room": "blue" },
                    "media_format": { "encoding": "PCMA", "sample_rate": 8000, "channels": 1 }
                },
                "stream_id": "32de0dea-53cb-4b21-89a4-9e1819c043bc"
            }
            """);

        (start.SequenceNumber, start.StreamId).Should().Be((1L, StreamId));
        (start.AccountId, start.CallId, start.SessionId).Should().Be(
            ("3e6f995f-85f7-4705-9741-53b116d28237", "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ", "ff55a038-6f5d-11ef-9692-02420aeffb1f"));
        (start.From, start.To, start.ClientState).Should().Be(("+15550100", "+15550199", "aGF2ZSBhIG5pY2UgZGF5ID1d"));
        start.Tags.Should().Equal("vip", "test");
        start.Format.Should().Be(Media.MediaFormat.Pcma);
        start.Parameters.Should().Equal(new Dictionary<string, string> { ["room"] = "blue" });
        start.Tracks.Should().BeEmpty("the vendor does not list them");
        start.ToString().Should().NotContain("+1555");
    }

    // As captured before the encodings were named as in RTP.
    [Fact]
    public void Read_OlderStart_HasWhatThereIs()
    {
        var start = Read<MediaStreamStart>("""
            {
                "event": "start",
                "sequence_number": "1",
                "start": {
                    "user_id": "3e6f995f-85f7-4705-9741-53b116d28237",
                    "call_control_id": "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ",
                    "client_state": null,
                    "media_format": { "encoding": "audio/x-mulaw", "sample_rate": 8000, "channels": 1 }
                },
                "stream_id": "32de0dea-53cb-4b21-89a4-9e1819c043bc"
            }
            """);

        start.Format.Should().Be(Media.MediaFormat.Pcmu);
        (start.From, start.To, start.SessionId, start.ClientState).Should().Be((null, null, null, null));
        start.Tags.Should().BeEmpty();
        start.Parameters.Should().BeEmpty();
    }

    [Theory]
    [InlineData("PCMU", 8000)]
    [InlineData("PCMA", 8000)]
    [InlineData("G722", 8000)]
    [InlineData("OPUS", 16000)]
    [InlineData("AMR-WB", 16000)]
    [InlineData("L16", 16000)]
    public void Read_StartWithAnyEncoding_KeepsIt(string encoding, int rate) =>
        Read<MediaStreamStart>($$$$"""{"event":"start","start":{"media_format":{"encoding":"{{{{encoding}}}}","sample_rate":{{{{rate}}}},"channels":1}}}""")
            .Format.Should().Be(new Media.MediaFormat(encoding, rate));

    [Theory]
    [InlineData("""{"event":"media","sequence_number":"4","media":{"track":"inbound","chunk":"2","timestamp":"5","payload":"no+JhoaJjpzSHxAKBgYJDQ=="},"stream_id":"32de0dea-53cb-4b21-89a4-9e1819c043bc"}""")]
    [InlineData("""{"stream_id": "32de0dea-53cb-4b21-89a4-9e1819c043bc", "media": {"payload": "no+JhoaJjpzSHxAKBgYJDQ==", "timestamp": 5, "chunk": 2, "track": "inbound"}, "sequence_number": 4, "event": "media"}""")]
    public void Read_Media_IsItsAudio(string json)
    {
        var read = StreamReading.Of(Protocol, json);

        read.Kind.Should().Be(MediaStreamRead.Audio);
        (read.Track, read.Chunk, read.Timestamp, read.Sequence).Should().Be((AudioDirection.Inbound, 2, 5, 4));
        read.Audio.Should().Equal(Convert.FromHexString("9E8F898686898E9CD21F100A0606090D"));
    }

    [Fact]
    public void Read_MediaOfTheOtherTrack_IsOutbound() =>
        StreamReading.Of(Protocol, """{"event":"media","media":{"track":"outbound","payload":"/w=="}}""").Track.Should().Be(AudioDirection.Outbound);

    [Fact]
    public void Read_Dtmf_HasKeyAndTime()
    {
        var dtmf = Read<MediaStreamDtmf>("""
            {
                "event": "dtmf",
                "stream_id": "32de0dea-53cb-4b21-89a4-9e1819c043bc",
                "occurred_at": "2026-03-01T10:15:30.250000Z",
                "sequence_number": "5",
                "dtmf": { "digit": "#" }
            }
            """);

        (dtmf.Digit, dtmf.Duration, dtmf.SequenceNumber, dtmf.StreamId).Should().Be(("#", null, 5L, StreamId));
        dtmf.OccurredAt.Should().Be(new DateTimeOffset(2026, 3, 1, 10, 15, 30, 250, TimeSpan.Zero));
    }

    [Fact]
    public void Read_Mark_HasItsName()
    {
        var mark = Read<MediaStreamMark>("""{"event":"mark","sequence_number":"6","stream_id":"32de0dea-53cb-4b21-89a4-9e1819c043bc","mark":{"name":"end of greeting"}}""");

        (mark.Name, mark.SequenceNumber, mark.StreamId).Should().Be(("end of greeting", 6L, StreamId));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "reason": "call_ended" """, "call_ended")]
    public void Read_Stop_HasItsReason(string more, string? reason)
    {
        var stop = Read<MediaStreamStop>($$"""
            {
                "event": "stop",
                "sequence_number": "5",
                "stop": {
                    "user_id": "3e6f995f-85f7-4705-9741-53b116d28237",
                    "call_control_id": "v2:T02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ"{{more}}
                },
                "stream_id": "32de0dea-53cb-4b21-89a4-9e1819c043bc"
            }
            """);

        (stop.Reason, stop.SequenceNumber, stop.StreamId).Should().Be((reason, 5L, StreamId));
    }

    [Theory]
    [InlineData(100002, "unknown_error")]
    [InlineData(100003, "malformed_frame")]
    [InlineData(100004, "invalid_media")]
    [InlineData(100005, "rate_limit_reached")]
    public void Read_Error_IsTheSameInBothShapes(int code, string title)
    {
        var newer = Read<MediaStreamError>(
            $$$"""{"event":"error","stream_id":"{{{StreamId}}}","payload":{"code":{{{code}}},"title":"{{{title}}}","detail":"Details"}}""");
        var older = Read<MediaStreamError>(
            $$$"""{"stream_id":"{{{StreamId}}}","event":"error","sequence_number":"6","error":{"title":"{{{title}}}","code":"{{{code}}}","detail":"Details"}}""");

        foreach (var error in new[] { newer, older })
            (error.Code, error.Title, error.Detail, error.StreamId).Should().Be((code.ToString(System.Globalization.CultureInfo.InvariantCulture), title, "Details", StreamId));

        (newer.SequenceNumber, older.SequenceNumber).Should().Be((null, 6L));
    }

    [Fact]
    public void Write_Messages_AreTheVendors()
    {
        Write(output => Protocol.WriteAudio(output, StreamId, [1, 2, 3, 4])).Should().Be("""{"event":"media","media":{"payload":"AQIDBA=="}}""");
        Write(output => Protocol.WriteMark(output, StreamId, "x")).Should().Be("""{"event":"mark","mark":{"name":"x"}}""");
        Write(output => Protocol.WriteClear(output, StreamId)).Should().Be("""{"event":"clear"}""");
        Write(output => Protocol.TryWriteDtmf(output, StreamId, '1').Should().BeFalse("the vendor takes no keys on the stream")).Should().BeEmpty();
    }

    [Fact]
    public void Terms_OfSending_AreTheVendors()
    {
        Protocol.Vendor.Should().Be("telnyx");
        Protocol.DefaultOutboundFormat.Should().Be(new Media.MediaFormat("PCMU", 8000));
        Protocol.MinFrame.Should().Be(TimeSpan.FromMilliseconds(20));
        Protocol.MaxFrame.Should().Be(TimeSpan.FromSeconds(30));
        Protocol.FileInterval.Should().Be(TimeSpan.FromSeconds(1));
    }

    private static T Read<T>(string json)
        where T : MediaStreamMessage
    {
        var read = StreamReading.Of(Protocol, json);
        read.Kind.Should().Be(MediaStreamRead.Message);
        var message = read.Message.Should().BeOfType<T>().Subject;
        Encoding.UTF8.GetString(message.RawJson.Span).Should().Be(json);
        return message;
    }

    private static string Write(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}

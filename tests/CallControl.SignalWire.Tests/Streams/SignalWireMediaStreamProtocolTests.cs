using System.Buffers;
using System.Text;
using CallControl.Media;
using CallControl.Media.Tests;

namespace CallControl.SignalWire.Tests;

/// <summary>Every message that the vendor documents, with its numbers as numbers and as text; and what is sent, byte for byte.</summary>
public sealed class SignalWireMediaStreamProtocolTests
{
    private const string StreamId = "c0c7d59b-df06-435e-9afe-75da13bd3a5d";

    private static SignalWireMediaStreamProtocol Protocol => SignalWireMediaStreamProtocol.Instance;

    [Fact]
    public void Read_Connected_HasProtocolAndVersion()
    {
        var connected = Read<MediaStreamConnected>("""{"event":"connected","protocol":"Call","version":"0.2.0"}""");

        (connected.Protocol, connected.Version).Should().Be(("Call", "0.2.0"));
    }

    [Theory]
    [InlineData("1", "8000", "1")]
    [InlineData("\"1\"", "\"8000\"", "\"1\"")]
    public void Read_Start_HasEverything(string sequence, string rate, string channels)
    {
        var start = Read<MediaStreamStart>($$"""
            {
                "event": "start",
                "sequenceNumber": {{sequence}},
                "start": {
                    "streamSid": "c0c7d59b-df06-435e-9afe-75da13bd3a5d",
                    "accountSid": "b08dacad-b7ae-4b8c-9af3-d8e3e8d1c2a1",
                    "callSid": "a6a6f5f0-5d6c-4d5e-8d0c-8d2c6f5f3b11",
                    "tracks": ["inbound", "outbound"],
                    "customParameters": { "room": "blue", "floor": 2 },
                    "mediaFormat": { "encoding": "audio/x-mulaw", "sampleRate": {{rate}}, "channels": {{channels}} }
                }
            }
            """);

        (start.SequenceNumber, start.StreamId).Should().Be((1L, StreamId));
        (start.CallId, start.AccountId).Should().Be(("a6a6f5f0-5d6c-4d5e-8d0c-8d2c6f5f3b11", "b08dacad-b7ae-4b8c-9af3-d8e3e8d1c2a1"));
        start.Tracks.Should().Equal(AudioDirection.Inbound, AudioDirection.Outbound);
        start.Parameters.Should().Equal(new Dictionary<string, string> { ["room"] = "blue", ["floor"] = "2" });
        start.Format.Should().Be(Media.MediaFormat.Pcmu);
        (start.SessionId, start.From, start.To, start.ClientState).Should().Be((null, null, null, null));
    }

    [Theory]
    [InlineData("""{"encoding":"audio/x-L16","sampleRate":16000,"channels":1}""", 16000)]
    [InlineData("""{"encoding":"audio/x-L16","sampleRate":24000,"channels":1}""", 24000)]
    [InlineData("""{"encoding":"audio/x-L16;rate=24000"}""", 24000)]
    public void Read_StartWithLinearSamples_HasTheirRate(string format, int rate) =>
        Read<MediaStreamStart>($$$"""{"event":"start","start":{"mediaFormat":{{{format}}}}}""").Format.Should().Be(new Media.MediaFormat("L16", rate));

    [Theory]
    [InlineData("""{"event":"media","sequenceNumber":4,"media":{"track":"inbound","chunk":2,"timestamp":40,"payload":"no+JhoaJjpzSHxAKBgYJDQ=="}}""")]
    [InlineData("""{"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2","timestamp":"40","payload":"no+JhoaJjpzSHxAKBgYJDQ=="},"streamSid":"c0c7d59b"}""")]
    [InlineData("""{ "media": { "payload": "no+JhoaJjpzSHxAKBgYJDQ==", "track": "inbound", "chunk": "2", "timestamp": 40 }, "sequenceNumber": 4, "event": "media" }""")]
    public void Read_Media_IsItsAudio(string json)
    {
        var read = StreamReading.Of(Protocol, json);

        read.Kind.Should().Be(MediaStreamRead.Audio);
        (read.Track, read.Chunk, read.Timestamp, read.Sequence).Should().Be((AudioDirection.Inbound, 2, 40, 4));
        read.Audio.Should().Equal(Convert.FromHexString("9E8F898686898E9CD21F100A0606090D"));
    }

    [Theory]
    [InlineData("""{"event":"dtmf","dtmf":{"digit":"5","duration":160}}""", null)]
    [InlineData("""{"event":"dtmf","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d","dtmf":{"digit":"5","duration":"160"}}""", StreamId)]
    public void Read_Dtmf_HasKeyAndDuration(string json, string? streamId)
    {
        var dtmf = Read<MediaStreamDtmf>(json);

        (dtmf.Digit, dtmf.Duration, dtmf.OccurredAt, dtmf.StreamId).Should().Be(("5", TimeSpan.FromMilliseconds(160), null, streamId));
    }

    [Fact]
    public void Read_MarkAndStop_AreKnown()
    {
        Read<MediaStreamMark>("""{"event":"mark","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d","mark":{"name":"m-1"}}""").Name.Should().Be("m-1");
        var stop = Read<MediaStreamStop>("""{"event":"stop","sequenceNumber":9}""");
        (stop.SequenceNumber, stop.Reason).Should().Be((9L, null));
    }

    [Fact]
    public void Write_Messages_AreTheVendors()
    {
        Write(output => Protocol.WriteAudio(output, StreamId, [1, 2, 3, 4]))
            .Should().Be("""{"event":"media","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d","media":{"payload":"AQIDBA=="}}""");
        Write(output => Protocol.WriteMark(output, StreamId, "m-1"))
            .Should().Be("""{"event":"mark","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d","mark":{"name":"m-1"}}""");
        Write(output => Protocol.WriteClear(output, StreamId)).Should().Be("""{"event":"clear","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d"}""");
        Write(output => Protocol.TryWriteDtmf(output, StreamId, '*').Should().BeTrue())
            .Should().Be("""{"event":"dtmf","streamSid":"c0c7d59b-df06-435e-9afe-75da13bd3a5d","dtmf":{"digit":"*"}}""");
    }

    [Fact]
    public void Terms_OfSending_AreOurs()
    {
        Protocol.Vendor.Should().Be("signalwire");
        Protocol.DefaultOutboundFormat.Should().BeNull("what is sent is as what comes");
        Protocol.MinFrame.Should().Be(TimeSpan.FromMilliseconds(20));
        Protocol.MaxFrame.Should().Be(TimeSpan.FromSeconds(30));
        Protocol.FileInterval.Should().BeNull();
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

using System.Text;

namespace CallControl.Media.Tests;

/// <summary>The shared reading: what every vendor's messages have in common.</summary>
[Collection(LoadCollection.Name)]
public sealed class MediaStreamReadTests
{
    [Theory]
    [InlineData("""{"event":"media","number":"4","media":{"track":"inbound","chunk":"2","timestamp":"20","payload":"AQID"}}""")]
    [InlineData("""{"event":"media","number":4,"media":{"track":"inbound_track","chunk":2,"timestamp":20,"payload":"AQID"}}""")]
    [InlineData("""{"media":{"payload":"AQID","timestamp":"20","chunk":2,"track":"inbound"},"number":"4","event":"media"}""")]
    [InlineData(""" { "new" : [ { "event" : "mark" } ] , "event" : "media" , "number" : "4" , "media" : { "more" : { "payload" : 1 } , "track" : "inbound" , "chunk" : "2" , "timestamp" : "20" , "payload" : "AQID" } } """)]
    [InlineData("""{"\u0065vent":"medi\u0061","number":"\u0034","media":{"track":"in\u0062ound","chunk":"2","timestamp":"20","pay\u006coad":"\u0041QID"}}""")]
    [InlineData("""{"event":"mark","event":"media","number":"x","number":"4","media":{"payload":"AAAA","chunk":"x"},"media":{"track":"inbound","chunk":"2","timestamp":"20","payload":"AQID"}}""")]
    public void Read_Media_IsTheSameInEveryForm(string json)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, json);

        read.Kind.Should().Be(MediaStreamRead.Audio);
        read.Audio.Should().Equal(1, 2, 3);
        (read.Track, read.Chunk, read.Timestamp, read.Sequence).Should().Be((AudioDirection.Inbound, 2, 20, 4));
        read.Message.Should().BeNull();
        read.Problem.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"event":"media","media":{"payload":"AQID"}}""")]
    [InlineData("""{"event":"media","number":null,"media":{"track":null,"chunk":null,"timestamp":null,"payload":"AQID"}}""")]
    [InlineData("""{"event":"media","media":{"track":"inbound/outbound","payload":"AQID"}}""")]
    [InlineData("""{"event":"media","media":{"track":["inbound"],"payload":"AQID"}}""")]
    [InlineData("""{"event":"media","media":{"track":"inbound","chunk":1,"payload":"AAAA"},"media":{"payload":"AQID"}}""")]
    public void Read_MediaWithPayloadOnly_IsAudioOfUnknownPlace(string json)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, json);

        read.Kind.Should().Be(MediaStreamRead.Audio);
        read.Audio.Should().Equal(1, 2, 3);
        (read.Track, read.Chunk, read.Timestamp, read.Sequence).Should().Be((AudioDirection.Unknown, null, null, null));
    }

    [Theory]
    [InlineData("outbound")]
    [InlineData("outbound_track")]
    public void Read_OutboundTrack_IsOutbound(string track) =>
        StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"media","media":{"track":"{{{track}}}","payload":""}}""").Track.Should().Be(AudioDirection.Outbound);

    [Fact]
    public void Read_MediaWithEmptyPayload_IsAudioOfNoBytes()
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, """{"event":"media","media":{"chunk":"7","payload":""}}""");

        read.Kind.Should().Be(MediaStreamRead.Audio);
        read.Audio.Should().BeEmpty();
        read.Chunk.Should().Be(7);
    }

    [Theory]
    [InlineData("""{"event":"media"}""")]
    [InlineData("""{"event":"media","media":null}""")]
    [InlineData("""{"event":"media","media":"AQID"}""")]
    [InlineData("""{"event":"media","media":["AQID"]}""")]
    [InlineData("""{"event":"media","media":{}}""")]
    [InlineData("""{"event":"media","media":{"payload":null}}""")]
    [InlineData("""{"event":"media","media":{"payload":1}}""")]
    [InlineData("""{"event":"media","media":{"payload":["AQID"]}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID"},"media":{}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID","payload":null}}""")]
    public void Read_MediaWithoutPayload_IsMalformed(string json)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, json);

        read.Kind.Should().Be(MediaStreamRead.Malformed);
        read.Problem.Should().Be("The message has no audio: 'media.payload' must be a text.");
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("\"one\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("2.5")]
    public void Read_MediaWithUnreadableChunk_IsMalformed(string chunk)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"media","media":{"payload":"AQID","chunk":{{{chunk}}}}}""");

        read.Kind.Should().Be(MediaStreamRead.Malformed);
        read.Problem.Should().Be("The chunk number of the audio is no whole one of 64 bits.");
    }

    [Theory]
    [InlineData("\"number\":1e999", "")]
    [InlineData("\"number\":\"99999999999999999999\"", "")]
    [InlineData("\"number\":{}", "")]
    [InlineData("\"x\":1", ",\"timestamp\":2.5")]
    [InlineData("\"x\":1", ",\"timestamp\":\"20 \"")]
    [InlineData("\"x\":1", ",\"timestamp\":[20]")]
    public void Read_MediaWithAnotherUnreadableNumber_IsAudioWithoutIt(string outside, string inside)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"media",{{{outside}}},"media":{"payload":"AQID"{{{inside}}}}}""");

        read.Kind.Should().Be(MediaStreamRead.Audio);
        read.Sequence.Should().BeNull();
        read.Timestamp.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("\"media\"")]
    [InlineData("17")]
    [InlineData("[]")]
    [InlineData("[{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"}}]")]
    [InlineData("{")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"}")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQID")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQ\nID\"}}")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQ\\xID\"}}")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"}}{}")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"}},")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"AQID\"},}")]
    [InlineData("{\"event\":\"media\" \"media\":{\"payload\":\"AQID\"}}")]
    [InlineData("{\"event\":\"media\",\"media\":{\"chunk\":01,\"payload\":\"AQID\"}}")]
    [InlineData("{\"event\":\"mark\",\"mark\":{\"name\":\"\\ud800\"}}")]
    [InlineData("{event:\"mark\"}")]
    [InlineData("// no comment\n{}")]
    [InlineData("\uFEFF{}")]
    public void Read_NoJsonObject_IsMalformed(string json)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, json);

        read.Kind.Should().Be(MediaStreamRead.Malformed);
        read.Problem.Should().Be("The message is not a valid JSON object of at most 64 levels.");
        read.Message.Should().BeNull();
    }

    [Theory]
    [InlineData(64, MediaStreamRead.Message)]
    [InlineData(65, MediaStreamRead.Malformed)]
    [InlineData(100_000, MediaStreamRead.Malformed)]
    public void Read_DeeplyNested_IsReadToLevel64(int levels, MediaStreamRead expected)
    {
        var json = $$"""{"event":"new","new":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

        StreamReading.Of(SampleStreamProtocol.Instance, json).Kind.Should().Be(expected);
    }

    [Fact]
    public void Read_InvalidUtf8_IsMalformed()
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, [.. "{\"event\":\"new\",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        read.Kind.Should().Be(MediaStreamRead.Malformed);
        read.Problem.Should().Be("The message is not valid UTF-8.");
    }

    [Fact]
    public void Read_Start_HasWhatTheVendorsClassTakes()
    {
        var read = StreamReading.Of(
            SampleStreamProtocol.Instance,
            """{"event":"start","number":"1","stream":"s-1","start":{"call":"c-1","format":{"encoding":"audio/x-mulaw","rate":8000,"channels":1},"tracks":["inbound","outbound","new"],"tags":["vip",7],"parameters":{"a":"b","n":1,"o":{"x":[1]}}}}""");

        var start = read.Message.Should().BeOfType<MediaStreamStart>().Subject;
        start.SequenceNumber.Should().Be(1);
        start.StreamId.Should().Be("s-1");
        start.CallId.Should().Be("c-1");
        start.Format.Should().Be(MediaFormat.Pcmu);
        start.Tracks.Should().Equal(AudioDirection.Inbound, AudioDirection.Outbound);
        start.Tags.Should().Equal("vip", "7");
        start.Parameters.Should().Equal(new Dictionary<string, string> { ["a"] = "b", ["n"] = "1", ["o"] = """{"x":[1]}""" });
    }

    [Theory]
    [InlineData("""{"event":"start"}""")]
    [InlineData("""{"event":"start","start":null}""")]
    [InlineData("""{"event":"start","start":{"call":null,"format":[],"tracks":{},"tags":null,"parameters":"x"}}""")]
    public void Read_StartWithNothing_IsAStart(string json)
    {
        var start = StreamReading.Of(SampleStreamProtocol.Instance, json).Message.Should().BeOfType<MediaStreamStart>().Subject;

        start.CallId.Should().BeNull();
        start.Format.Should().BeNull();
        start.Tracks.Should().BeEmpty();
        start.Tags.Should().BeEmpty();
        start.Parameters.Should().BeEmpty();
    }

    [Fact]
    public void Read_ParametersAsList_AreTakenByName()
    {
        var read = StreamReading.Of(
            SampleStreamProtocol.Instance, """{"event":"start","start":{"parameters":[{"name":"a","value":"b"},{"name":"n","value":2},{"value":"lost"},3]}}""");

        ((MediaStreamStart)read.Message!).Parameters.Should().Equal(new Dictionary<string, string> { ["a"] = "b", ["n"] = "2" });
    }

    [Theory]
    [InlineData("""{"encoding":"audio/x-mulaw","rate":8000,"channels":1}""", "PCMU", 8000, 1)]
    [InlineData("""{"encoding":"PCMU","rate":"8000"}""", "PCMU", 8000, 1)]
    [InlineData("""{"encoding":"pcma"}""", "PCMA", 8000, 1)]
    [InlineData("""{"encoding":"audio/x-alaw","rate":8000,"channels":"2"}""", "PCMA", 8000, 2)]
    [InlineData("""{"encoding":"G722","rate":8000,"channels":1}""", "G722", 8000, 1)]
    [InlineData("""{"encoding":"OPUS","rate":16000,"channels":1}""", "OPUS", 16000, 1)]
    [InlineData("""{"encoding":"AMR-WB","rate":16000,"channels":1}""", "AMR-WB", 16000, 1)]
    [InlineData("""{"encoding":"audio/x-L16","rate":16000,"channels":1}""", "L16", 16000, 1)]
    [InlineData("""{"encoding":"audio/x-L16;rate=24000","channels":1}""", "L16", 24000, 1)]
    [InlineData("""{"encoding":"audio/l16; Rate=16000","rate":0}""", "L16", 16000, 1)]
    [InlineData("""{"encoding":"speex","rate":8000,"channels":0}""", "speex", 8000, 1)]
    public void Read_Format_IsNamedAsInRtp(string format, string encoding, int rate, int channels)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"start","start":{"format":{{{format}}}}}""");

        ((MediaStreamStart)read.Message!).Format.Should().Be(new MediaFormat(encoding, rate, channels));
    }

    [Theory]
    [InlineData("""{"rate":8000}""")]
    [InlineData("""{"encoding":"L16"}""")]
    [InlineData("""{"encoding":"L16","rate":99999999999}""")]
    [InlineData("""{"encoding":"","rate":8000}""")]
    public void Read_FormatThatSaysTooLittle_IsNull(string format)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"start","start":{"format":{{{format}}}}}""");

        ((MediaStreamStart)read.Message!).Format.Should().BeNull();
    }

    [Fact]
    public void Read_Mark_HasItsName()
    {
        var json = """{"event":"mark","number":"5","stream":"s-1","mark":{"name":"caf\u00e9 \"1\""}}""";

        var mark = StreamReading.Of(SampleStreamProtocol.Instance, json).Message.Should().BeOfType<MediaStreamMark>().Subject;

        mark.Name.Should().Be("café \"1\"");
        mark.SequenceNumber.Should().Be(5);
        mark.StreamId.Should().Be("s-1");
        Encoding.UTF8.GetString(mark.RawJson.Span).Should().Be(json);
    }

    [Theory]
    [InlineData("\"digit\":\"#\"", "#", null)]
    [InlineData("\"digit\":5,\"duration\":\"160\"", "5", 160)]
    [InlineData("\"digit\":\"d\",\"duration\":250", "D", 250)]
    [InlineData("\"digit\":\"1\",\"duration\":-1", "1", null)]
    [InlineData("\"digit\":\"1\",\"duration\":1e300", "1", null)]
    public void Read_Dtmf_HasKeyAndDuration(string members, string digit, int? milliseconds)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"dtmf","dtmf":{{{{members}}}}}""");

        var dtmf = read.Message.Should().BeOfType<MediaStreamDtmf>().Subject;
        dtmf.Digit.Should().Be(digit);
        dtmf.Duration.Should().Be(milliseconds is { } each ? TimeSpan.FromMilliseconds(each) : null);
        dtmf.OccurredAt.Should().BeNull();
        dtmf.ToString().Should().Be("MediaStreamDtmf");
    }

    [Theory]
    [InlineData("\"2026-03-01T10:15:30.250Z\"", "2026-03-01T10:15:30.250Z")]
    [InlineData("\"2026-03-01T11:15:30.250+01:00\"", "2026-03-01T10:15:30.250Z")]
    [InlineData("\"2026-03-01T10:15:30.250\"", "2026-03-01T10:15:30.250Z")]
    [InlineData("\"yesterday\"", null)]
    [InlineData("null", null)]
    public void Read_DtmfWithTime_IsUtcUnlessItSaysOtherwise(string occurredAt, string? expected)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, $$$"""{"event":"dtmf","occurred_at":{{{occurredAt}}},"dtmf":{"digit":"1"}}""");

        ((MediaStreamDtmf)read.Message!).OccurredAt.Should().Be(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{"event":"error","payload":{"code":100003,"title":"malformed_frame","detail":"d"}}""", "100003", "malformed_frame", "d")]
    [InlineData("""{"event":"error","error":{"code":"100005","title":"rate_limit_reached","detail":"d"}}""", "100005", "rate_limit_reached", "d")]
    [InlineData("""{"event":"error","error":{"code":"1"},"payload":{"code":2}}""", "1", null, null)]
    [InlineData("""{"event":"error","error":null,"payload":{"code":2}}""", "2", null, null)]
    [InlineData("""{"event":"error"}""", "", null, null)]
    public void Read_Error_IsReadInBothShapes(string json, string code, string? title, string? detail)
    {
        var error = StreamReading.Of(SampleStreamProtocol.Instance, json).Message.Should().BeOfType<MediaStreamError>().Subject;

        (error.Code, error.Title, error.Detail).Should().Be((code, title, detail));
    }

    [Fact]
    public void Read_ConnectedClearAndStop_AreKnown()
    {
        var connected = StreamReading.Of(SampleStreamProtocol.Instance, """{"event":"connected","protocol":"Call","version":"0.2.0"}""").Message;
        var clear = StreamReading.Of(SampleStreamProtocol.Instance, """{"event":"clear","stream":"s-1"}""").Message;
        var stop = StreamReading.Of(SampleStreamProtocol.Instance, """{"event":"stop","stop":{"stream":"s-1","reason":"hangup"},"number":9}""").Message;

        var opened = connected.Should().BeOfType<MediaStreamConnected>().Subject;
        (opened.Protocol, opened.Version).Should().Be(("Call", "0.2.0"));
        clear.Should().BeOfType<MediaStreamClear>().Which.StreamId.Should().Be("s-1");
        var ended = stop.Should().BeOfType<MediaStreamStop>().Subject;
        (ended.Reason, ended.StreamId, ended.SequenceNumber).Should().Be(("hangup", "s-1", 9L));
    }

    [Theory]
    [InlineData("""{"event":"mark"}""", "mark")]
    [InlineData("""{"event":"mark","mark":{}}""", "mark")]
    [InlineData("""{"event":"mark","mark":"x"}""", "mark")]
    [InlineData("""{"event":"dtmf","dtmf":{"duration":1}}""", "dtmf")]
    [InlineData("""{"event":"dtmf","dtmf":{"digit":""}}""", "dtmf")]
    [InlineData("""{"event":"dtmf","dtmf":{"digit":"12"}}""", "dtmf")]
    [InlineData("""{"event":"dtmf","dtmf":{"digit":"E"}}""", "dtmf")]
    [InlineData("""{"event":"dtmf","dtmf":{"digit":"ⅾ"}}""", "dtmf")]
    [InlineData("""{"event":"Media","media":{"payload":"AQID"}}""", "Media")]
    [InlineData("""{"event":"transcript","transcript":{"text":"x"},"number":3,"stream":"s-1"}""", "transcript")]
    [InlineData("""{"event":7}""", "")]
    [InlineData("""{"event":null}""", "")]
    [InlineData("{}", "")]
    public void Read_AnythingElse_IsKeptAsUnknown(string json, string name)
    {
        var read = StreamReading.Of(SampleStreamProtocol.Instance, json);

        read.Kind.Should().Be(MediaStreamRead.Message);
        var unknown = read.Message.Should().BeOfType<UnknownMediaStreamMessage>().Subject;
        unknown.Event.Should().Be(name);
        Encoding.UTF8.GetString(unknown.RawJson.Span).Should().Be(json);
        unknown.ToString().Should().Be("UnknownMediaStreamMessage");
    }

    [Fact]
    public void Read_MessageWithUnreadableNumber_HasNone() =>
        StreamReading.Of(SampleStreamProtocol.Instance, """{"event":"clear","number":1e999,"stream":{}}""").Message
            .Should().BeOfType<MediaStreamClear>().Which.Should().Match<MediaStreamClear>(clear => clear.SequenceNumber == null && clear.StreamId == null);

    [Fact]
    public void Read_Message_KeepsACopy()
    {
        var json = Encoding.UTF8.GetBytes("""{"event":"clear"}""");
        SampleStreamProtocol.Instance.Read(json, out _, out var message, out _);
        Array.Clear(json);

        Encoding.UTF8.GetString(message!.RawJson.Span).Should().Be("""{"event":"clear"}""");
    }

    [Fact]
    public void Read_Media_AllocatesNothing()
    {
        var json = Encoding.UTF8.GetBytes($$$"""{"event":"media","number":"4","media":{"track":"inbound","chunk":"2","timestamp":"20","payload":"{{{Convert.ToBase64String(new byte[160])}}}"}}""");
        var room = new byte[256];
        var sum = Decode(json, room);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            sum += Decode(json, room);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        sum.Should().Be(1001 * 160);
    }

    private static int Decode(byte[] json, byte[] room)
    {
        SampleStreamProtocol.Instance.Read(json, out var audio, out _, out _);
        return audio.TryDecode(room, out var written) ? written : -1;
    }
}

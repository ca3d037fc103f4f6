using System.Text;
using System.Text.Json;

namespace CallControl.Media.Tests;

/// <summary>Whatever a peer sends: nothing throws, nothing is read beyond the end, and the quick reading finds what the thorough one finds.</summary>
public sealed class MediaStreamPropertyTests
{
    private const int Messages = 200_000;

    private static readonly string[] Audio =
    [
        """{"event":"media","number":"4","media":{"track":"inbound","chunk":"2","timestamp":"40","payload":"no+JhoaJjpzSHxAKBgYJDSIsSbjomGho"},"stream":"32de0dea-53cb"}""",
        """{"event":"media","number":4,"media":{"track":"outbound","chunk":2,"timestamp":40,"payload":"no+Jhg=="}}""",
        """{"stream":"s","media":{"payload":"","timestamp":"0","chunk":"1","track":"inbound"},"number":"1","event":"media"}""",
        """{"event":"media","media":{"payload":"AQID"}}""",
    ];

    private static readonly string[] Others =
    [
        """{"event":"connected","protocol":"Call","version":"0.2.0"}""",
        """{"event":"start","number":"1","start":{"call":"c-1","format":{"encoding":"audio/x-mulaw","rate":8000,"channels":1},"tracks":["inbound"],"tags":["vip"],"parameters":{"a":"b"}},"stream":"s-1"}""",
        """{"event":"start","start":{"parameters":[{"name":"a","value":"b"}]}}""",
        """{"event":"dtmf","occurred_at":"2026-03-01T10:15:30.250Z","dtmf":{"digit":"5","duration":"160"}}""",
        """{"event":"mark","number":"5","mark":{"name":"m-1"}}""",
        """{"event":"stop","number":"6","stop":{"reason":"hangup"}}""",
        """{"event":"error","payload":{"code":100003,"title":"malformed_frame","detail":"d"}}""",
    ];

    [Fact]
    public void Read_MutatedMessages_NeverThrowsAndNeverReadsBeyond()
    {
        using var guarded = new GuardedBuffer();
        var messages = new HostileMessages(1, [.. Audio, .. Others]);
        var room = new byte[HostileMessages.MaxLength];
        var counts = new int[3];
        for (var i = 0; i < Messages; i++)
        {
            var message = messages.Next();
            var json = guarded.Last(message.Length);
            message.CopyTo(json);

            var kind = SampleStreamProtocol.Instance.Read(json, out var audio, out var other, out var problem);

            counts[(int)kind]++;
            var isDecoded = audio.TryDecode(room, out var written);
            var isConsistent = kind switch
            {
                MediaStreamRead.Audio => other is null && problem is null && (isDecoded || written == 0),
                MediaStreamRead.Message => other is not null && problem is null && other.RawJson.Span.SequenceEqual(json) && audio.Base64.IsEmpty,
                _ => other is null && problem is not null && audio.Base64.IsEmpty,
            };
            if (!isConsistent)
                Assert.Fail($"Message {i} is {kind}: {Encoding.Latin1.GetString(json)}");
        }

        counts.Should().OnlyContain(count => count > Messages / 20, "all kinds are met");
    }

    [Fact]
    public void Read_MutatedAudio_IsReadQuicklyAsThoroughly()
    {
        var messages = new HostileMessages(2, Audio);
        var quick = 0;
        for (var i = 0; i < Messages; i++)
        {
            var json = messages.Next();
            if (!MediaMessageScan.TryRead(json, "\"number\":"u8, out var audio))
                continue;

            quick++;
            if (!IsTheSame(json, audio))
                Assert.Fail($"Message {i} is read in two ways: {Encoding.Latin1.GetString(json)}");
        }

        quick.Should().BeGreaterThan(Messages / 10);
    }

    [Theory]
    [InlineData("""{"event":"media","number":"4","media":{"track":"inbound","chunk":"2","timestamp":"40","payload":"AQID"},"stream":"s"}""")]
    [InlineData("""{"event":"media","media":{"payload":""}}""")]
    [InlineData("""{"media":{"payload":"AQID","chunk":0},"event":"media","new":""}""")]
    public void TryRead_AsVendorsSendIt_IsQuick(string json) =>
        MediaMessageScan.TryRead(Encoding.UTF8.GetBytes(json), "\"number\":"u8, out _).Should().BeTrue();

    [Theory]
    [InlineData("""{"event": "media","media":{"payload":"AQID"}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQ\/D"}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID"},"media":{"payload":"AAAA"}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID"},"event":"mark"}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID"},"n\u0075mber":"x"}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID","chunk":"9999999999999999999"}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID","chunk":01}}""")]
    [InlineData("""{"event":"media","media":{"chunk":1}}""")]
    [InlineData("""{"media":{"payload":"AQID"}}""")]
    [InlineData("""{"event":"media","media":{"payload":"AQID"}}}""")]
    [InlineData("")]
    public void TryRead_AnythingElse_IsLeftToTheReader(string json) =>
        MediaMessageScan.TryRead(Encoding.UTF8.GetBytes(json), "\"number\":"u8, out _).Should().BeFalse();

    private static bool IsTheSame(ReadOnlySpan<byte> json, EncodedAudio audio)
    {
        try
        {
            if (!MediaMessage.TryRead(json, "number"u8, out var thorough) || !thorough.IsMedia || !thorough.HasPayload || thorough.HasBadChunk)
                return false;

            var expected = thorough.ToAudio(json);
            return audio.Base64 == expected.Base64 && audio.Track == expected.Track && audio.Chunk == expected.Chunk
                && audio.TimestampMilliseconds == expected.TimestampMilliseconds && audio.SequenceNumber == expected.SequenceNumber;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

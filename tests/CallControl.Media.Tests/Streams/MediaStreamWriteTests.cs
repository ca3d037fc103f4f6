using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CallControl.Media.Tests;

/// <summary>The shared writing: byte for byte, and read back by the framework.</summary>
[Collection(LoadCollection.Name)]
public sealed class MediaStreamWriteTests
{
    [Fact]
    public void Write_WithStreamId_PutsItBehindTheEvent()
    {
        Write(output => SampleStreamProtocol.Instance.WriteAudio(output, "s-1", [1, 2, 3, 4])).Should().Be("""{"event":"media","stream":"s-1","media":{"payload":"AQIDBA=="}}""");
        Write(output => SampleStreamProtocol.Instance.WriteMark(output, "s-1", "m")).Should().Be("""{"event":"mark","stream":"s-1","mark":{"name":"m"}}""");
        Write(output => SampleStreamProtocol.Instance.WriteClear(output, "s-1")).Should().Be("""{"event":"clear","stream":"s-1"}""");
        Write(output => SampleStreamProtocol.Instance.TryWriteDtmf(output, "s-1", '#')).Should().Be("""{"event":"dtmf","stream":"s-1","dtmf":{"digit":"#"}}""");
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "s-1")]
    public void Write_WithoutStreamId_LeavesItOut(bool sendsStreamId, string streamId)
    {
        var protocol = new SampleStreamProtocol(sendsStreamId);

        Write(output => protocol.WriteAudio(output, streamId, [1, 2, 3])).Should().Be("""{"event":"media","media":{"payload":"AQID"}}""");
        Write(output => protocol.WriteMark(output, streamId, "m")).Should().Be("""{"event":"mark","mark":{"name":"m"}}""");
        Write(output => protocol.WriteClear(output, streamId)).Should().Be("""{"event":"clear"}""");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("\"quoted\" and \\slashed\\")]
    [InlineData("\0\u0001\n\t\u001f\u007f")]
    [InlineData("café, 東京, 😀")]
    [InlineData("a'b<c>&+/")]
    public void WriteMark_AnyName_ComesBackAsItWas(string name)
    {
        foreach (var streamId in new[] { "s-1", name })
        {
            using var document = JsonDocument.Parse(Write(output => SampleStreamProtocol.Instance.WriteMark(output, streamId, name)));

            document.RootElement.GetProperty("mark").GetProperty("name").GetString().Should().Be(name);
            document.RootElement.GetProperty("stream").GetString().Should().Be(streamId);
        }
    }

    [Fact]
    public void WriteMark_HalfACharacter_IsReplaced() =>
        Write(output => SampleStreamProtocol.Instance.WriteMark(output, "", "a\ud800b")).Should().Be("{\"event\":\"mark\",\"mark\":{\"name\":\"a\uFFFDb\"}}");

    [Fact]
    public void WriteAudio_AnyLength_ComesBack()
    {
        var random = new Random(1);
        for (var length = 1; length < 2000; length += 7)
        {
            var audio = new byte[length];
            random.NextBytes(audio);

            var read = StreamReading.Of(SampleStreamProtocol.Instance, Write(output => SampleStreamProtocol.Instance.WriteAudio(output, "s-1", audio)));

            read.Audio.Should().NotBeNull();
            read.Audio!.AsSpan().SequenceEqual(audio).Should().BeTrue($"{length} bytes come back");
        }
    }

    [Fact]
    public void WriteDtmf_EveryKey_IsWritten()
    {
        foreach (var key in "0123456789ABCD*#")
        {
            var read = StreamReading.Of(SampleStreamProtocol.Instance, Write(output => SampleStreamProtocol.Instance.TryWriteDtmf(output, "", key)));

            read.Message.Should().BeOfType<MediaStreamDtmf>().Which.Digit.Should().Be(key.ToString());
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('E')]
    [InlineData('"')]
    [InlineData('w')]
    [InlineData('①')]
    public void WriteDtmf_NoKey_IsRefusedWithoutShowingIt(char key)
    {
        var output = new ArrayBufferWriter<byte>();

        FluentActions.Invoking(() => SampleStreamProtocol.Instance.TryWriteDtmf(output, "s-1", key))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("The key must be one of 0-9, A-D, * and #. (Parameter 'digit')");

        output.WrittenCount.Should().Be(0);
    }

    [Fact]
    public void Write_BadInput_IsRefused()
    {
        var output = new ArrayBufferWriter<byte>();
        var protocol = SampleStreamProtocol.Instance;

        FluentActions.Invoking(() => protocol.WriteAudio(output, "s-1", [])).Should().Throw<ArgumentException>().WithParameterName("audio");
        FluentActions.Invoking(() => protocol.WriteMark(output, "s-1", "")).Should().Throw<ArgumentException>().WithParameterName("name");
        FluentActions.Invoking(() => protocol.WriteMark(output, "s-1", null!)).Should().Throw<ArgumentNullException>().WithParameterName("name");
        FluentActions.Invoking(() => protocol.WriteClear(output, null!)).Should().Throw<ArgumentNullException>().WithParameterName("streamId");
        FluentActions.Invoking(() => protocol.WriteClear(null!, "s-1")).Should().Throw<ArgumentNullException>().WithParameterName("output");
        output.WrittenCount.Should().Be(0);
    }

    [Fact]
    public void Write_AnyMessage_AllocatesNothing()
    {
        var output = new ArrayBufferWriter<byte>(65_536);
        var audio = new byte[160];
        WriteAll(output, audio);
        output.ResetWrittenCount();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            WriteAll(output, audio);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        output.WrittenCount.Should().BeGreaterThan(100 * 216);
    }

    private static void WriteAll(ArrayBufferWriter<byte> output, byte[] audio)
    {
        SampleStreamProtocol.Instance.WriteAudio(output, "32de0dea-53cb", audio);
        SampleStreamProtocol.Instance.WriteMark(output, "32de0dea-53cb", "line \"1\" é");
        SampleStreamProtocol.Instance.WriteClear(output, "32de0dea-53cb");
        SampleStreamProtocol.Instance.TryWriteDtmf(output, "32de0dea-53cb", '1');
    }

    private static string Write(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}

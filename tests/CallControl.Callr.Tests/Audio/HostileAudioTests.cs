namespace CallControl.Callr.Tests;

/// <summary>Files of people who do not know better, or do: nothing throws, nothing is read that is not there, and memory stays in proportion.</summary>
public sealed class HostileAudioTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public void TryConvert_CutAnywhere_IsConvertedOrRefused()
    {
        var file = new WaveBuilder()
            .Chunk("LIST"u8, [1, 2, 3])
            .Format(WaveBuilder.Pcm, 2, 44_100, 16)
            .Data(WaveBuilder.Bytes(Sound.Sine(44_100, 1000, 1000, 0.005)))
            .Build();
        var headers = file.Length - (WaveBuilder.Bytes(Sound.Sine(44_100, 1000, 1000, 0.005)).Length);

        for (var length = 0; length <= file.Length; length++)
            Try(file[..length], AudioFormat.Wav).Should().Be(length >= headers + 4, "of {0} bytes", length);
    }

    [Fact]
    public void TryConvert_AnyByteOfTheHeaderWrong_IsConvertedOrRefused()
    {
        var file = new WaveBuilder()
            .ExtensibleFormat(new Guid("00000003-0000-0010-8000-00aa00389b71"), 2, 16_000, 32)
            .Data(new byte[64])
            .Build();
        for (var position = 0; position < file.Length - 64; position++)
        {
            for (var value = 0; value <= byte.MaxValue; value++)
            {
                var wrong = file.ToArray();
                wrong[position] = (byte)value;
                Try(wrong, AudioFormat.Wav);
            }
        }

        Try(file, AudioFormat.Wav).Should().BeTrue();
    }

    [Fact]
    public void TryConvert_RandomBytes_AreConvertedOrRefused()
    {
        var random = new Random(8000);
        var converted = 0;
        for (var round = 0; round < 3000; round++)
        {
            // With more and more of a file's beginning, so that each step of the reader meets what it does not expect.
            var start = WaveBuilder.Of(8000, 1, 1, 2, 3).AsSpan(0, random.Next(0, 50));
            var rest = new byte[random.Next(0, 300)];
            random.NextBytes(rest);
            converted += Try([.. start, .. rest], AudioFormat.Wav) ? 1 : 0;
            Try(rest, AudioFormat.Alaw).Should().Be(rest.Length > 0);
        }

        converted.Should().BeInRange(1, 2999);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 7)]
    [InlineData(0x8000_0000)]
    [InlineData(0x7FFF_FFFF)]
    [InlineData(0x7FFF_FFF8)]
    public void TryConvert_ChunkOfAHostileSize_TakesNoMemoryForIt(uint length)
    {
        var skipped = new WaveBuilder().Chunk("LIST"u8, [1, 2], length).Format(WaveBuilder.Pcm, 1, 8000, 16).Data([1, 2]).Build();
        var format = new WaveBuilder().Chunk("fmt "u8, [1, 0, 1, 0], length).Data([1, 2]).Build();
        var data = new WaveBuilder().Data([1, 2], length).Format(WaveBuilder.Pcm, 1, 8000, 16).Build();

        var before = GC.GetAllocatedBytesForCurrentThread();
        bool[] converted = [Try(skipped, AudioFormat.Wav), Try(format, AudioFormat.Wav), Try(data, AudioFormat.Wav)];

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1024 * 1024);
        converted.Should().Equal(false, false, false);
    }

    [Fact]
    public void TryConvert_FarTooLong_TakesNoMemoryForIt()
    {
        var file = WaveBuilder.Of(4000, 1, new short[8_000_000]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Try(file, AudioFormat.Wav).Should().BeFalse();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1024 * 1024);
    }

    [Fact]
    public void TryConvert_ManyEmptyChunks_AreReadOnce()
    {
        var builder = new WaveBuilder();
        for (var i = 0; i < 100_000; i++)
            builder.Chunk("none"u8, []);

        Try(builder.Format(WaveBuilder.Pcm, 1, 8000, 16).Data([1, 2]).Build(), AudioFormat.Wav).Should().BeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.0001)]
    public void TryConvert_NothingIsAllowed_Refuses(double seconds)
    {
        WaveConverter.TryConvert(WaveBuilder.Of(8000, 1, 1, 2), AudioFormat.Wav, TimeSpan.FromSeconds(seconds), out _, out var problem).Should().BeFalse();

        problem.Should().StartWith("it is 0 s long (2 samples at 8000 Hz)");
    }

    [Fact]
    public void TryConvert_EverythingIsAllowed_Converts()
    {
        WaveConverter.TryConvert(WaveBuilder.Of(8000, 1, 1, 2), AudioFormat.Wav, TimeSpan.MaxValue, out var wav, out _).Should().BeTrue();

        WaveBuilder.Samples(wav).Should().Equal(1, 2);
    }

    private static bool Try(byte[] bytes, AudioFormat format)
    {
        var isConverted = WaveConverter.TryConvert(bytes, format, Longest, out var wav, out var problem);
        if (isConverted)
        {
            wav!.Length.Should().BeInRange(44 + 2, 44 + (2 * 8000 * 2));
            wav.AsSpan(0, 4).SequenceEqual("RIFF"u8).Should().BeTrue();
        }
        else
        {
            problem.Should().NotBeNullOrEmpty();
        }

        return isConverted;
    }
}

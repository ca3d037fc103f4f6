using System.Buffers.Binary;

namespace CallControl.Callr.Tests;

public sealed class WaveConverterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Guid PcmGuid = new("00000001-0000-0010-8000-00aa00389b71");
    private static readonly Guid AlawGuid = new("00000006-0000-0010-8000-00aa00389b71");

    /// <summary>A sample as it is written, and what it is in 16 bits; by hand.</summary>
    public static TheoryData<int, int, byte[], short[]> Encodings => new()
    {
        { WaveBuilder.Pcm, 8, [0, 64, 127, 128, 129, 255], [-32768, -16384, -256, 0, 256, 32512] },
        { WaveBuilder.Pcm, 16, [0x00, 0x80, 0xFF, 0xFF, 0x01, 0x00, 0xFF, 0x7F], [-32768, -1, 1, 32767] },
        {
            WaveBuilder.Pcm, 24,
            [0x00, 0x00, 0x80, 0x00, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x80, 0x01, 0x00, 0x00, 0x34, 0x12, 0xFF, 0xFF, 0x7F],
            [-32768, -1, 0, 2, 0x1234, 32767]
        },
        {
            WaveBuilder.Pcm, 32,
            [0x00, 0x00, 0x00, 0x80, 0x00, 0x00, 0xFF, 0xFF, 0x00, 0x80, 0x01, 0x00, 0x00, 0x00, 0x34, 0x12, 0xFF, 0xFF, 0xFF, 0x7F],
            [-32768, -1, 2, 0x1234, 32767]
        },
        {
            WaveBuilder.Float, 32,
            Singles(-1, -0.5f, 0, 0.25f, 1, 1.5f, -7, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue),
            [-32768, -16384, 0, 8192, 32767, 32767, -32768, 0, 32767, -32768, 0, 32767]
        },
        {
            WaveBuilder.Float, 64,
            Doubles(-1, 0.5, 1, double.NaN, double.MaxValue, double.NegativeInfinity, 1 / 32768.0),
            [-32768, 16384, 32767, 0, 32767, -32768, 1]
        },
        { WaveBuilder.Alaw, 8, [0xD5, 0x55, 0xAA, 0x2A, 0x9A], [8, -8, 32256, -32256, 4032] },
        { WaveBuilder.Mulaw, 8, [0xFF, 0x7F, 0x80, 0x00, 0xDF], [0, 0, 32124, -32124, 396] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void TryConvert_EachEncoding_HasTheValuesOfItsSamples(int tag, int bits, byte[] data, short[] expected)
    {
        var file = new WaveBuilder().Format(tag, 1, 8000, bits).Data(data).Build();

        WaveBuilder.Samples(Convert(file)).Should().Equal(expected);
    }

    [Fact]
    public void TryConvert_RightAlready_KeepsEverySampleUnderTheShortHeader()
    {
        var samples = new short[5000];
        var random = new Random(1);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)random.Next(short.MinValue, short.MaxValue + 1);

        var file = new WaveBuilder()
            .Chunk("LIST"u8, "INFOISFT\u0005\0\0\0Lavf5\0"u8)
            .Format(WaveBuilder.Pcm, 1, 8000, 16, more: [0, 0])
            .Data(WaveBuilder.Bytes(samples))
            .Chunk("id3 "u8, [1, 2, 3])
            .Build();

        var wav = Convert(file);

        byte[] header =
        [
            .. "RIFF"u8, 0x34, 0x27, 0, 0, .. "WAVE"u8,
            .. "fmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0,
            .. "data"u8, 0x10, 0x27, 0, 0,
        ];
        wav[..44].Should().Equal(header);
        WaveBuilder.Samples(wav).Should().Equal(samples);
        Convert(wav).Should().Equal(wav);
    }

    [Fact]
    public void TryConvert_RawG711_IsDecodedAt8000Hertz()
    {
        byte[] alaw = [0xD5, 0xAA, 0x2A];
        byte[] mulaw = [0xFF, 0x80, 0x00];

        WaveBuilder.Samples(Convert(alaw, AudioFormat.Alaw)).Should().Equal(8, 32256, -32256);
        WaveBuilder.Samples(Convert(mulaw, new AudioFormat("MULAW"))).Should().Equal(0, 32124, -32124);
    }

    [Fact]
    public void TryConvert_Stereo_IsTheMeanOfTheChannels()
    {
        var file = WaveBuilder.Of(8000, 2, 1000, 3000, -5, 5, short.MaxValue, short.MaxValue, short.MinValue, short.MinValue, short.MaxValue, 1);

        WaveBuilder.Samples(Convert(file)).Should().Equal(2000, 0, short.MaxValue, short.MinValue, 16384);
    }

    [Fact]
    public void TryConvert_EightChannels_AreMixed()
    {
        var file = WaveBuilder.Of(8000, 8, 80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 12);

        WaveBuilder.Samples(Convert(file)).Should().Equal(10, 5);
    }

    [Fact]
    public void TryConvert_StereoAt48000_IsMixedAndResampled()
    {
        var tone = Sound.Sine(48_000, 500, 10_000, 0.5);
        short[] stereo = [.. tone.SelectMany(sample => new[] { sample, (short)0 })];

        Sound.DistanceFromSine(WaveBuilder.Samples(Convert(WaveBuilder.Of(48_000, 2, stereo))), 500, 5000).Should().BeLessThan(3);
    }

    [Fact]
    public void TryConvert_MoreThanABlockOfBytes_IsDecodedToTheEnd()
    {
        byte[] mulaw = [.. Enumerable.Range(0, 50_000).Select(n => n % 50 == 0 ? (byte)0x80 : (byte)0xFF)];

        var samples = WaveBuilder.Samples(Convert(mulaw, AudioFormat.Mulaw));

        samples.Should().HaveCount(50_000);
        samples.Select((sample, n) => (sample, n)).Should().OnlyContain(pair => pair.sample == (pair.n % 50 == 0 ? 32124 : 0));
    }

    [Fact]
    public void TryConvert_Extensible_IsReadByItsSubFormat()
    {
        var pcm = new WaveBuilder().ExtensibleFormat(PcmGuid, 1, 8000, 24).Data([0x00, 0x34, 0x12]).Build();
        var alaw = new WaveBuilder().ExtensibleFormat(AlawGuid, 1, 8000, 8).Data([0xAA]).Build();

        WaveBuilder.Samples(Convert(pcm)).Should().Equal(0x1234);
        WaveBuilder.Samples(Convert(alaw)).Should().Equal(32256);
    }

    [Fact]
    public void TryConvert_ExtensibleOfAnotherKind_IsRefused()
    {
        var foreign = new WaveBuilder().ExtensibleFormat(new Guid("00000001-0721-11d3-8644-c8c1ca000000"), 1, 8000, 16).Data([1, 2]).Build();
        var cut = new WaveBuilder().Format(WaveBuilder.Extensible, 1, 8000, 16, more: [22, 0]).Data([1, 2]).Build();

        Refuse(foreign).Should().Contain("format 65534");
        Refuse(cut).Should().Contain("format 65534");
    }

    [Fact]
    public void TryConvert_ChunksInAnotherOrderAndOddOnes_AreFound()
    {
        var file = new WaveBuilder()
            .Chunk("odd "u8, [1, 2, 3])
            .Data(WaveBuilder.Bytes(1, 2, 3))
            .Chunk("LIST"u8, "INFOx"u8)
            .Format(WaveBuilder.Pcm, 1, 8000, 16)
            .Build();

        WaveBuilder.Samples(Convert(file)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void TryConvert_OddData_LosesTheIncompleteSampleOnly()
    {
        var file = new WaveBuilder().Data([1, 0, 2, 0, 3]).Format(WaveBuilder.Pcm, 1, 8000, 16).Build();

        WaveBuilder.Samples(Convert(file)).Should().Equal(1, 2);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 1)]
    [InlineData(int.MaxValue)]
    [InlineData(7)]
    public void TryConvert_DataLongerThanTheFile_EndsWithIt(uint length)
    {
        var file = new WaveBuilder().Format(WaveBuilder.Pcm, 1, 8000, 16).Data(WaveBuilder.Bytes(1, 2, 3), length).Build();

        WaveBuilder.Samples(Convert(file)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void TryConvert_TwoDataChunks_PlaysTheFirst()
    {
        var file = new WaveBuilder().Data(WaveBuilder.Bytes(1)).Data(WaveBuilder.Bytes(2)).Format(WaveBuilder.Pcm, 1, 8000, 16).Build();

        WaveBuilder.Samples(Convert(file)).Should().Equal(1);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("mp4")]
    [InlineData("opus")]
    public void TryConvert_OtherFormat_IsRefusedWithWhatCan(string format)
    {
        WaveConverter.TryConvert(WaveBuilder.Of(8000, 1, 1), new AudioFormat(format), Minute, out var wav, out var problem).Should().BeFalse();

        wav.Should().BeNull();
        problem.Should().Be($"its format '{format}' cannot be converted; wav, mulaw and alaw can");
    }

    [Theory]
    [InlineData(WaveBuilder.Pcm, 0, 8000, 16, 2, "it has 0 channels; 1 to 8 can be mixed")]
    [InlineData(WaveBuilder.Pcm, 9, 8000, 16, 18, "it has 9 channels; 1 to 8 can be mixed")]
    [InlineData(WaveBuilder.Pcm, 65535, 8000, 16, 65534, "it has 65535 channels; 1 to 8 can be mixed")]
    [InlineData(WaveBuilder.Pcm, 1, 0, 16, 2, "it has 0 samples a second; 4000 to 192000 can be converted")]
    [InlineData(WaveBuilder.Pcm, 1, 3999, 16, 2, "it has 3999 samples a second; 4000 to 192000 can be converted")]
    [InlineData(WaveBuilder.Pcm, 1, 192_001, 16, 2, "it has 192001 samples a second; 4000 to 192000 can be converted")]
    [InlineData(WaveBuilder.Pcm, 1, uint.MaxValue, 16, 2, "it has 4294967295 samples a second; 4000 to 192000 can be converted")]
    [InlineData(WaveBuilder.Pcm, 2, 8000, 16, 2, "its 2 channels of 16 bits do not make the 2 bytes that it calls a frame")]
    [InlineData(WaveBuilder.Pcm, 1, 8000, 24, 4, "its 1 channels of 24 bits do not make the 4 bytes that it calls a frame")]
    [InlineData(WaveBuilder.Pcm, 1, 8000, 12, 2, "its encoding (format 1 of 12 bits a sample) cannot be converted; PCM of 8, 16, 24 or 32 bits, floating point and G.711 can")]
    [InlineData(2, 1, 8000, 4, 256, "its encoding (format 2 of 4 bits a sample) cannot be converted; PCM of 8, 16, 24 or 32 bits, floating point and G.711 can")]
    public void TryConvert_FormatThatCannotBe_IsRefusedWithNumbers(int tag, int channels, long rate, int bits, int frameBytes, string expected)
    {
        Refuse(new WaveBuilder().Format(tag, channels, rate, bits, frameBytes).Data([1, 2, 3, 4]).Build()).Should().Be(expected);
    }

    [Fact]
    public void TryConvert_MissingParts_AreNamed()
    {
        Refuse([]).Should().Be("it is not a RIFF/WAVE file");
        Refuse([.. "ID3\u0004 is not one of these"u8]).Should().Be("it is not a RIFF/WAVE file");
        Refuse([.. "RIFF\0\0\0\0AVI "u8]).Should().Be("it is not a RIFF/WAVE file");
        Refuse(new WaveBuilder().Build()).Should().Be("it is a RIFF/WAVE file without a complete 'fmt ' chunk");
        Refuse(new WaveBuilder().Chunk("fmt "u8, [1, 0]).Data([1, 2]).Build()).Should().Be("it is a RIFF/WAVE file without a complete 'fmt ' chunk");
        Refuse(new WaveBuilder().Format(1, 1, 8000, 16).Build()).Should().Be("it is a RIFF/WAVE file without a 'data' chunk");
        Refuse(new WaveBuilder().Format(1, 1, 8000, 16).Data([]).Build()).Should().Be("it holds no sound");
        Refuse(new WaveBuilder().Format(1, 2, 8000, 16).Data([1, 2, 3]).Build()).Should().Be("it holds no sound");
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(11_025)]
    [InlineData(44_100)]
    public void TryConvert_AsLongAsAllowed_IsTakenAndOneSampleMoreIsNot(int rate)
    {
        var second = TimeSpan.FromSeconds(1);

        WaveConverter.TryConvert(WaveBuilder.Of(rate, 1, new short[rate]), AudioFormat.Wav, second, out var wav, out _).Should().BeTrue();
        WaveConverter.TryConvert(WaveBuilder.Of(rate, 1, new short[rate + 1]), AudioFormat.Wav, second, out _, out var problem).Should().BeFalse();

        wav.Should().HaveCount(44 + 16_000);
        problem.Should().Be($"it is 1 s long ({rate + 1} samples at {rate} Hz); at most 1 s are sent as data");
    }

    [Fact]
    public void TryConvert_TooLong_SaysHowLong()
    {
        WaveConverter.TryConvert(new byte[90_000], AudioFormat.Mulaw, TimeSpan.FromSeconds(2.5), out _, out var problem).Should().BeFalse();

        problem.Should().Be("it is 11.25 s long (90000 samples at 8000 Hz); at most 2.5 s are sent as data");
    }

    private static byte[] Convert(byte[] bytes, AudioFormat? format = null)
    {
        WaveConverter.TryConvert(bytes, format ?? AudioFormat.Wav, Minute, out var wav, out var problem).Should().BeTrue(problem);
        problem.Should().BeNull();
        return wav!;
    }

    private static string Refuse(byte[] bytes)
    {
        WaveConverter.TryConvert(bytes, AudioFormat.Wav, Minute, out var wav, out var problem).Should().BeFalse();
        wav.Should().BeNull();
        return problem!;
    }

    private static byte[] Singles(params ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * 4), values[i]);

        return bytes;
    }

    private static byte[] Doubles(params ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * 8];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * 8), values[i]);

        return bytes;
    }
}

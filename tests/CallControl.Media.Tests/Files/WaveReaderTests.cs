using System.Buffers.Binary;
using CallControl.Callr.Tests;

namespace CallControl.Media.Tests;

public sealed class WaveReaderTests
{
    [Fact]
    public void TryRead_Stereo_HasItsFormatAndFrames()
    {
        var file = Read(WaveBuilder.Of(16_000, 2, 1, -1, 2, -2, 3, -4));

        file.Encoding.Should().Be(SampleEncoding.Pcm16);
        file.Channels.Should().Be(2);
        file.Rate.Should().Be(16_000);
        file.Frames.Should().Be(3);
        file.Duration.Should().Be(TimeSpan.FromSeconds(3 / 16_000d));
        file.Data.Length.Should().Be(12);
        var interleaved = new short[6];
        file.ReadInterleaved(0, interleaved).Should().Be(3);
        interleaved.Should().Equal(1, -1, 2, -2, 3, -4);
        var mono = new short[3];
        file.ReadMono(0, mono).Should().Be(3);
        mono.Should().Equal(0, 0, 0);
    }

    [Theory]
    [InlineData(0, 2, 2, new short[] { 1, 2, 3, 4, 7 })]
    [InlineData(1, 2, 2, new short[] { 3, 4, 5, 6, 7 })]
    [InlineData(2, 2, 1, new short[] { 5, 6, 7, 7, 7 })]
    [InlineData(3, 2, 0, new short[] { 7, 7, 7, 7, 7 })]
    [InlineData(int.MaxValue, 2, 0, new short[] { 7, 7, 7, 7, 7 })]
    public void ReadInterleaved_Part_ReadsWholeFramesUpToTheEnd(int first, int room, int count, short[] expected)
    {
        var file = Read(WaveBuilder.Of(8000, 2, 1, 2, 3, 4, 5, 6));
        short[] samples = [7, 7, 7, 7, 7];

        file.ReadInterleaved(first, samples.AsSpan(0, (room * 2) + 1)).Should().Be(count);

        samples.Should().Equal(expected);
    }

    [Theory]
    [InlineData(WaveBuilder.Pcm, 8, new byte[] { 0, 128, 255 }, new short[] { -32768, 0, 32512 })]
    [InlineData(WaveBuilder.Pcm, 24, new byte[] { 0, 0, 0x80, 0x80, 1, 0, 0xFF, 0xFF, 0x7F }, new short[] { -32768, 2, 32767 })]
    [InlineData(WaveBuilder.Pcm, 32, new byte[] { 0, 0, 0, 0x80, 0, 0, 0x34, 0x12 }, new short[] { -32768, 0x1234 })]
    [InlineData(WaveBuilder.Float, 32, new byte[] { 0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF, 0xFF, 0xFF, 0xFF, 0x7F }, new short[] { 32767, -16384, 0 })]
    [InlineData(WaveBuilder.Float, 64, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0xC0 }, new short[] { -32768 })]
    [InlineData(WaveBuilder.Alaw, 8, new byte[] { 0xD5, 0x2A }, new short[] { 8, -32256 })]
    [InlineData(WaveBuilder.Mulaw, 8, new byte[] { 0xFF, 0x80 }, new short[] { 0, 32124 })]
    public void ReadMono_EachEncoding_HasTheValuesOfItsSamples(int tag, int bits, byte[] data, short[] expected)
    {
        var file = Read(new WaveBuilder().Format(tag, 1, 8000, bits).Data(data).Build());
        var mono = new short[expected.Length];
        var interleaved = new short[expected.Length];

        file.ReadMono(0, mono).Should().Be(expected.Length);
        file.ReadInterleaved(0, interleaved).Should().Be(expected.Length);

        mono.Should().Equal(expected);
        interleaved.Should().Equal(expected);
    }

    [Fact]
    public void ReadMono_LongFile_IsTheMeanToTheEnd()
    {
        var file = Read(WaveBuilder.Of(8000, 2, [.. Enumerable.Range(0, 2000).Select(n => (short)(n % 2 == 0 ? n : 0))]));
        var mono = new short[1200];

        file.ReadMono(10, mono).Should().Be(990);

        mono.Take(990).Should().Equal(Enumerable.Range(10, 990).Select(n => (short)n));
        mono.Skip(990).Should().OnlyContain(sample => sample == 0);
    }

    [Fact]
    public void ReadMono_BeyondTheEnds_IsSilence()
    {
        var file = Read(WaveBuilder.Of(8000, 1, 5, 6));
        float[] values = [1, 1, 1, 1, 1];

        file.ReadMono(-2L, values);
        values.Should().Equal(0, 0, 5, 6, 0);
        file.ReadMono(long.MaxValue, values);
        values.Should().Equal(0, 0, 0, 0, 0);
        file.ReadMono(long.MinValue, values);
        values.Should().Equal(0, 0, 0, 0, 0);
        FluentActions.Invoking(() => file.ReadMono(-1, new short[1])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => file.ReadInterleaved(-1, new short[1])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void TryRead_WhatCannotBe_SaysWhy()
    {
        Refuse([]).Should().Be("it is not a RIFF/WAVE file");
        Refuse(new WaveBuilder().Data([1, 2]).Build()).Should().Be("it is a RIFF/WAVE file without a complete 'fmt ' chunk");
        Refuse(new WaveBuilder().Format(1, 1, 8000, 16).Build()).Should().Be("it is a RIFF/WAVE file without a 'data' chunk");
        Refuse(new WaveBuilder().Format(1, 9, 8000, 16).Data([]).Build()).Should().StartWith("it has 9 channels");
        Refuse(new WaveBuilder().Format(1, 1, 3999, 16).Data([]).Build()).Should().StartWith("it has 3999 samples a second");
        Refuse(new WaveBuilder().Format(1, 2, 8000, 16, 2).Data([]).Build()).Should().StartWith("its 2 channels of 16 bits do not make the 2 bytes");
        Refuse(new WaveBuilder().Format(85, 1, 8000, 0).Data([]).Build()).Should().StartWith("its encoding (format 85 of 0 bits a sample)");
    }

    // Whatever the bytes: read or refused, never thrown; and what was read can be read to its end.
    [Fact]
    public void TryRead_MutatedFiles_AreReadOrRefused()
    {
        var random = new Random(1991);
        var samples = new short[64];
        var read = 0;
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = WaveBuilder.Of(8000, 1 + (round % 3), 1, 2, 3, 4, 5, 6).AsSpan(0, random.Next(0, 57)).ToArray();
            for (var change = random.Next(0, 4); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            if (WaveReader.TryRead(bytes, out var file, out var problem))
            {
                read++;
                problem.Should().BeNull();
                file.ReadInterleaved(0, samples).Should().BeInRange(0, 12);
                file.ReadMono(0, samples).Should().Be(file.Frames);
            }
            else
            {
                file.Should().BeNull();
                problem.Should().NotBeNullOrEmpty();
            }
        }

        read.Should().BeInRange(1000, 99_000);
    }

    [Fact]
    public void WaveFile_NumbersOutOfRange_AreRefused()
    {
        Action[] attempts =
        [
            () => _ = new WaveFile((SampleEncoding)99, 1, 8000, default),
            () => _ = new WaveFile(SampleEncoding.Pcm16, 0, 8000, default),
            () => _ = new WaveFile(SampleEncoding.Pcm16, 9, 8000, default),
            () => _ = new WaveFile(SampleEncoding.Pcm16, 1, 3999, default),
            () => _ = new WaveFile(SampleEncoding.Pcm16, 1, 192_001, default),
        ];

        foreach (var attempt in attempts)
            attempt.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(SampleEncoding.Pcm16, 2, 6u, 6u + 36)]
    [InlineData(SampleEncoding.Alaw, 1, 5u, 5u + 50 + 1)]
    [InlineData(SampleEncoding.FloatingPoint32, 1, uint.MaxValue, uint.MaxValue)]
    public void WaveHeader_Written_IsReadAgain(SampleEncoding encoding, int channels, uint length, uint riffLength)
    {
        var bytes = new byte[WaveHeader.LengthOf(encoding) + 8];

        WaveHeader.Write(bytes, encoding, channels, 48_000, length).Should().Be(bytes.Length - 8);

        var file = Read(bytes);
        (file.Encoding, file.Channels, file.Rate, file.Data.Length).Should().Be((encoding, channels, 48_000, (int)Math.Min(length, 8)));
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)).Should().Be(riffLength);
    }

    [Fact]
    public void WaveHeader_OutOfRange_IsRefused()
    {
        var bytes = new byte[58];
        var longest = (uint)WaveHeader.MaxDataLength(SampleEncoding.Mulaw);

        WaveHeader.Write(bytes, SampleEncoding.Mulaw, 1, 8000, longest);
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)).Should().BeInRange(longest, uint.MaxValue - 1);
        FluentActions.Invoking(() => WaveHeader.Write(bytes, SampleEncoding.Mulaw, 1, 8000, longest + 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WaveHeader.Write(bytes, SampleEncoding.Mulaw, 0, 8000, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WaveHeader.Write(bytes, SampleEncoding.Mulaw, 1, 0, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WaveHeader.Write(new byte[43], SampleEncoding.Pcm16, 1, 8000, 0)).Should().Throw<ArgumentException>();
    }

    private static WaveFile Read(byte[] bytes)
    {
        WaveReader.TryRead(bytes, out var file, out var problem).Should().BeTrue(problem);
        return file!;
    }

    private static string Refuse(byte[] bytes)
    {
        WaveReader.TryRead(bytes, out var file, out var problem).Should().BeFalse();
        file.Should().BeNull();
        return problem!;
    }
}

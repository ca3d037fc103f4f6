namespace CallControl.Media.Tests;

[Collection(LoadCollection.Name)]
public sealed class LinearPcmTests
{
    [Fact]
    public void Decode_Bytes_AreTheSamplesOfTheirOrder()
    {
        byte[] bytes = [0x12, 0x34, 0xFF, 0xFE, 0x80, 0x00, 0x7F, 0xFF];
        var samples = new short[4];

        LinearPcm.DecodeBigEndian(bytes, samples).Should().Be(4);
        samples.Should().Equal(0x1234, -2, short.MinValue, short.MaxValue);

        LinearPcm.DecodeLittleEndian(bytes, samples).Should().Be(4);
        samples.Should().Equal(0x3412, -257, 0x80, -129);
    }

    [Fact]
    public void Encode_Samples_AreTheBytesOfTheirOrder()
    {
        short[] samples = [0x1234, -2, short.MinValue];
        var bytes = new byte[6];

        LinearPcm.EncodeBigEndian(samples, bytes).Should().Be(6);
        bytes.Should().Equal(0x12, 0x34, 0xFF, 0xFE, 0x80, 0x00);

        LinearPcm.EncodeLittleEndian(samples, bytes).Should().Be(6);
        bytes.Should().Equal(0x34, 0x12, 0xFE, 0xFF, 0x00, 0x80);
    }

    [Fact]
    public void Decode_OddBytes_LeavesTheIncompleteSampleOut()
    {
        short[] samples = [7, 7, 7];

        LinearPcm.DecodeBigEndian([0, 1, 0, 2, 3], samples).Should().Be(2);
        samples.Should().Equal(1, 2, 7);
        LinearPcm.DecodeLittleEndian([9], samples).Should().Be(0);
        LinearPcm.DecodeLittleEndian([], samples).Should().Be(0);
        samples.Should().Equal(1, 2, 7);
    }

    // All lengths around those of vectors, from an odd address, for all samples.
    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        var random = new Random(16);
        var bytes = new byte[603];
        for (var length = 0; length <= 300; length++)
        {
            short[] samples = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
            var decoded = new short[length];

            LinearPcm.EncodeBigEndian(samples, bytes.AsSpan(1)).Should().Be(length * 2);
            LinearPcm.DecodeBigEndian(bytes.AsSpan(1, length * 2), decoded).Should().Be(length);
            decoded.Should().Equal(samples);
            samples.Where((sample, i) => (short)((bytes[1 + (i * 2)] << 8) | bytes[2 + (i * 2)]) != sample).Should().BeEmpty();

            LinearPcm.EncodeLittleEndian(samples, bytes.AsSpan(1)).Should().Be(length * 2);
            LinearPcm.DecodeLittleEndian(bytes.AsSpan(1, length * 2), decoded).Should().Be(length);
            decoded.Should().Equal(samples);
            samples.Where((sample, i) => (short)(bytes[1 + (i * 2)] | (bytes[2 + (i * 2)] << 8)) != sample).Should().BeEmpty();
        }
    }

    [Fact]
    public void Codec_TooLittleRoom_IsRefusedBeforeAnythingIsWritten()
    {
        var samples = new short[1];
        var bytes = new byte[3];
        Action[] decode = [() => LinearPcm.DecodeBigEndian([1, 2, 3, 4], samples), () => LinearPcm.DecodeLittleEndian([1, 2, 3, 4], samples)];
        Action[] encode = [() => LinearPcm.EncodeBigEndian([1, 2], bytes), () => LinearPcm.EncodeLittleEndian([1, 2], bytes)];

        foreach (var attempt in decode)
            attempt.Should().Throw<ArgumentException>().WithMessage("There is room for 1, but 2 are needed.*");

        foreach (var attempt in encode)
            attempt.Should().Throw<ArgumentException>().WithMessage("There is room for 3, but 4 are needed.*");

        samples.Should().Equal(0);
        bytes.Should().Equal(0, 0, 0);
    }

    [Fact]
    public void Codec_Packets_AllocateNothing()
    {
        var samples = new short[320];
        var bytes = new byte[640];
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var packet = 0; packet < 1000; packet++)
            Run();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            LinearPcm.EncodeBigEndian(samples, bytes);
            LinearPcm.DecodeBigEndian(bytes, samples);
            LinearPcm.EncodeLittleEndian(samples, bytes);
            LinearPcm.DecodeLittleEndian(bytes, samples);
        }
    }
}

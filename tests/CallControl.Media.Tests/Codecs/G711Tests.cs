namespace CallControl.Media.Tests;

/// <summary>The values of ITU-T G.711, by hand (the ends of all segments) and against <see cref="G711Law"/>.</summary>
[Collection(LoadCollection.Name)]
public sealed class G711Tests
{
    public delegate int Decoder(ReadOnlySpan<byte> codes, Span<short> samples);

    public delegate int Encoder(ReadOnlySpan<short> samples, Span<byte> codes);

    private static readonly byte[] AllCodes = [.. Enumerable.Range(0, 256).Select(code => (byte)code)];
    private static readonly short[] AllSamples = [.. Enumerable.Range(short.MinValue, 65_536).Select(sample => (short)sample)];


    // The table's unit is 1/4096 of full scale.
    [Theory]
    [InlineData(0xD5, 1)]
    [InlineData(0xDA, 31)]
    [InlineData(0xC5, 33)]
    [InlineData(0xCA, 63)]
    [InlineData(0xF5, 66)]
    [InlineData(0xFA, 126)]
    [InlineData(0xE5, 132)]
    [InlineData(0xEA, 252)]
    [InlineData(0x95, 264)]
    [InlineData(0x9A, 504)]
    [InlineData(0x85, 528)]
    [InlineData(0x8A, 1008)]
    [InlineData(0xB5, 1056)]
    [InlineData(0xBA, 2016)]
    [InlineData(0xA5, 2112)]
    [InlineData(0xAA, 4032)]
    public void DecodeAlaw_EndOfASegment_IsTheTablesValue(int code, int value)
    {
        G711.DecodeAlaw((byte)code).Should().Be((short)(value * 8));
        G711.DecodeAlaw((byte)(code & 0x7F)).Should().Be((short)(value * -8));
    }

    // The table's unit is 1/8192 of full scale.
    [Theory]
    [InlineData(0xFF, 0)]
    [InlineData(0xFE, 2)]
    [InlineData(0xF0, 30)]
    [InlineData(0xEF, 33)]
    [InlineData(0xE0, 93)]
    [InlineData(0xDF, 99)]
    [InlineData(0xD0, 219)]
    [InlineData(0xCF, 231)]
    [InlineData(0xC0, 471)]
    [InlineData(0xBF, 495)]
    [InlineData(0xB0, 975)]
    [InlineData(0xAF, 1023)]
    [InlineData(0xA0, 1983)]
    [InlineData(0x9F, 2079)]
    [InlineData(0x90, 3999)]
    [InlineData(0x8F, 4191)]
    [InlineData(0x80, 8031)]
    public void DecodeMulaw_EndOfASegment_IsTheTablesValue(int code, int value)
    {
        G711.DecodeMulaw((byte)code).Should().Be((short)(value * 4));
        G711.DecodeMulaw((byte)(code & 0x7F)).Should().Be((short)(value * -4));
    }

    [Fact]
    public void DecodeAlaw_AllPositiveCodes_RiseByTheStepsOfTheirSegments()
    {
        var values = Enumerable.Range(0x80, 128).Select(code => (int)G711.DecodeAlaw((byte)(code ^ 0x55))).ToArray();
        var steps = values.Zip(values.Skip(1), (low, high) => high - low).ToArray();

        steps.Should().OnlyContain(step => step > 0);
        Enumerable.Range(0, 8).Select(segment => steps[(segment * 16) + 7]).Should().Equal(16, 16, 32, 64, 128, 256, 512, 1024);
    }

    [Fact]
    public void DecodeMulaw_AllPositiveCodes_RiseByTheStepsOfTheirSegments()
    {
        var values = Enumerable.Range(0, 128).Select(code => (int)G711.DecodeMulaw((byte)(0xFF - code))).ToArray();
        var steps = values.Zip(values.Skip(1), (low, high) => high - low).ToArray();

        steps.Should().OnlyContain(step => step > 0);
        Enumerable.Range(0, 8).Select(segment => steps[(segment * 16) + 7]).Should().Equal(8, 16, 32, 64, 128, 256, 512, 1024);
    }

    [Fact]
    public void Decode_AllCodes_AreTheStandards()
    {
        var samples = new short[256];

        G711.DecodeAlaw(AllCodes, samples).Should().Be(256);
        samples.Should().Equal(AllCodes.Select(G711Law.A.Decode));
        AllCodes.Select(G711.DecodeAlaw).Should().Equal(samples);

        G711.DecodeMulaw(AllCodes, samples).Should().Be(256);
        samples.Should().Equal(AllCodes.Select(G711Law.Mu.Decode));
        AllCodes.Select(G711.DecodeMulaw).Should().Equal(samples);
    }

    [Fact]
    public void Encode_AllSamples_AreTheStandards()
    {
        var codes = new byte[AllSamples.Length];

        G711.EncodeAlaw(AllSamples, codes).Should().Be(65_536);
        AllSamples.Where((sample, i) => codes[i] != G711Law.A.Encode(sample) || codes[i] != G711.EncodeAlaw(sample)).Should().BeEmpty();

        G711.EncodeMulaw(AllSamples, codes).Should().Be(65_536);
        AllSamples.Where((sample, i) => codes[i] != G711Law.Mu.Encode(sample) || codes[i] != G711.EncodeMulaw(sample)).Should().BeEmpty();
    }

    [Fact]
    public void Encode_WhatWasDecoded_IsTheSameCode()
    {
        AllCodes.Select(code => G711.EncodeAlaw(G711.DecodeAlaw(code))).Should().Equal(AllCodes);
        AllCodes.Select(code => G711.EncodeMulaw(G711.DecodeMulaw(code))).Should().Equal(AllCodes.Select(code => code == 0x7F ? (byte)0xFF : code));
    }

    [Fact]
    public void Decode_WhatWasEncodedTwice_StaysAsItWasAfterTheFirstTime()
    {
        AllSamples.Select(Alaw).Where(sample => Alaw(sample) != sample).Should().BeEmpty();
        AllSamples.Select(Mulaw).Where(sample => Mulaw(sample) != sample).Should().BeEmpty();

        static short Alaw(short sample) => G711.DecodeAlaw(G711.EncodeAlaw(sample));
        static short Mulaw(short sample) => G711.DecodeMulaw(G711.EncodeMulaw(sample));
    }

    [Theory]
    [InlineData(0, 0xD5, 0xFF)]
    [InlineData(-1, 0x55, 0x7F)]
    [InlineData(3, 0xD5, 0xFF)]
    [InlineData(4, 0xD5, 0xFE)]
    [InlineData(-4, 0x55, 0x7F)]
    [InlineData(-5, 0x55, 0x7E)]
    [InlineData(16, 0xD4, 0xFD)]
    [InlineData(-16, 0x55, 0x7D)]
    [InlineData(-17, 0x54, 0x7D)]
    [InlineData(1000, 0xFA, 0xCE)]
    [InlineData(short.MaxValue, 0xAA, 0x80)]
    [InlineData(short.MinValue, 0x2A, 0x00)]
    public void Encode_Sample_IsTheCode(short sample, byte alaw, byte mulaw)
    {
        G711.EncodeAlaw(sample).Should().Be(alaw);
        G711.EncodeMulaw(sample).Should().Be(mulaw);
    }

    [Fact]
    public void Silence_OfEachLaw_IsTheCodeOfZero()
    {
        G711.EncodeAlaw(0).Should().Be(G711.AlawSilence);
        G711.EncodeMulaw(0).Should().Be(G711.MulawSilence);
    }

    // All lengths around those of vectors, at every alignment.
    [Fact]
    public void Decode_AnyLength_IsTheSameAsOneByOneAndTouchesNothingElse()
    {
        var samples = new short[200];
        for (var length = 0; length <= 160; length++)
        {
            var codes = AllCodes.AsSpan(length / 2, length);
            Check(G711.DecodeAlaw, G711Law.A, codes);
            Check(G711.DecodeMulaw, G711Law.Mu, codes);
        }

        void Check(Decoder decode, G711Law law, ReadOnlySpan<byte> codes)
        {
            Array.Fill(samples, (short)7);
            decode(codes, samples.AsSpan(1)).Should().Be(codes.Length);
            samples.Should().Equal([7, .. codes.ToArray().Select(law.Decode), .. Enumerable.Repeat((short)7, 199 - codes.Length)]);
        }
    }

    [Fact]
    public void Encode_AnyLength_IsTheSameAsOneByOneAndTouchesNothingElse()
    {
        var random = new Random(711);
        var samples = new short[160];
        var codes = new byte[200];
        for (var length = 0; length <= samples.Length; length++)
        {
            for (var i = 0; i < samples.Length; i++)
                samples[i] = (short)(random.Next(short.MinValue, short.MaxValue + 1) >> random.Next(12));

            Check(G711.EncodeAlaw, G711Law.A, samples.AsSpan(0, length));
            Check(G711.EncodeMulaw, G711Law.Mu, samples.AsSpan(0, length));
        }

        void Check(Encoder encode, G711Law law, ReadOnlySpan<short> some)
        {
            Array.Fill(codes, (byte)7);
            encode(some, codes.AsSpan(1)).Should().Be(some.Length);
            codes.Should().Equal([7, .. some.ToArray().Select(law.Encode), .. Enumerable.Repeat((byte)7, 199 - some.Length)]);
        }
    }

    [Fact]
    public void Codec_TooLittleRoom_IsRefusedBeforeAnythingIsWritten()
    {
        var samples = new short[3];
        var codes = new byte[3];
        Action[] attempts =
        [
            () => G711.DecodeAlaw([1, 2, 3, 4], samples),
            () => G711.DecodeMulaw([1, 2, 3, 4], samples),
            () => G711.EncodeAlaw([1, 2, 3, 4], codes),
            () => G711.EncodeMulaw([1, 2, 3, 4], codes),
        ];

        foreach (var attempt in attempts)
            attempt.Should().Throw<ArgumentException>().WithMessage("There is room for 3, but 4 are needed.*");

        samples.Should().Equal(0, 0, 0);
        codes.Should().Equal(0, 0, 0);
    }

    [Fact]
    public void Codec_Packets_AllocateNothing()
    {
        var samples = new short[160];
        var codes = new byte[160];
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var packet = 0; packet < 1000; packet++)
            Run();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            G711.EncodeAlaw(samples, codes);
            G711.DecodeAlaw(codes, samples);
            G711.EncodeMulaw(samples, codes);
            G711.DecodeMulaw(codes, samples);
        }
    }
}

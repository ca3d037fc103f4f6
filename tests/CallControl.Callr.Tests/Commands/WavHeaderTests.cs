namespace CallControl.Callr.Tests;

public sealed class WavHeaderTests
{
    [Fact]
    public void TryRead_OfTelephoneSound_SaysWhatItIs()
    {
        WavHeader.TryRead(Wav.Telephone(), out var header).Should().BeTrue();

        header.Should().Be(new WavHeader(IsPcm: true, 8_000, 16, 1));
        header.IsTelephone.Should().BeTrue();
    }

    [Theory]
    [InlineData(1, 1, 8_000, 16, true)]
    [InlineData(2, 1, 8_000, 16, false)]
    [InlineData(7, 1, 8_000, 16, false)]
    [InlineData(1, 2, 8_000, 16, false)]
    [InlineData(1, 1, 16_000, 16, false)]
    [InlineData(1, 1, 8_001, 16, false)]
    [InlineData(1, 1, 8_000, 8, false)]
    public void IsTelephone_OfEachFormat_IsTrueForOneOnly(ushort format, ushort channels, uint rate, ushort bits, bool expected)
    {
        WavHeader.TryRead(Wav.File(Wav.Format(format, channels, rate, bits), Wav.Data()), out var header).Should().BeTrue();

        header.Should().Be(new WavHeader(format == 1, rate, bits, channels));
        header.IsTelephone.Should().Be(expected);
    }

    [Fact]
    public void TryRead_OfOtherChunks_PassesThemOver()
    {
        var file = Wav.File(Wav.Chunk("LIST", [1, 2, 3]), Wav.Format(), Wav.Chunk("fact", [1, 2, 3, 4]), Wav.Data());

        WavHeader.TryRead(file, out var header).Should().BeTrue();

        header.IsTelephone.Should().BeTrue();
    }

    [Fact]
    public void TryRead_OfAStreamedFile_DoesNotRelyOnItsLengths()
    {
        var file = Wav.File(Wav.Format(), Wav.Chunk("data", [1, 2], uint.MaxValue));
        file.AsSpan(4, 4).Fill(0xFF);

        WavHeader.TryRead(file, out var header).Should().BeTrue();

        header.IsTelephone.Should().BeTrue();
    }

    public static TheoryData<byte[]> NoSound =>
    [
        Array.Empty<byte>(),
        "RIFF"u8.ToArray(),
        Wav.Telephone()[1..],
        Wav.File(),
        Wav.File(Wav.Format()),
        Wav.File(Wav.Data()),
        Wav.File(Wav.Data(), Wav.Format()),
        Wav.File(Wav.Format(), Wav.Chunk("data", [])),
        Wav.File(Wav.Format(), Wav.Chunk("data", [], 4)),
        Wav.File(Wav.Format(), Wav.Chunk("LIST", [1, 2], uint.MaxValue), Wav.Data()),
        Wav.File(Wav.Chunk("fmt ", [1, 0, 1, 0]), Wav.Data()),
        (byte[])[.. "OggS"u8, .. Wav.Telephone()[4..]],
        (byte[])[.. Wav.Telephone()[..8], .. "AVI "u8, .. Wav.Telephone()[12..]],
    ];

    [Theory]
    [MemberData(nameof(NoSound))]
    public void TryRead_WithoutSound_IsFalse(byte[] file) => WavHeader.TryRead(file, out _).Should().BeFalse();

    [Fact]
    public void TryRead_OfEveryBeginning_DoesNotThrow()
    {
        var file = Wav.File(Wav.Chunk("LIST", [1, 2, 3]), Wav.Format(), Wav.Data());
        var read = Enumerable.Range(0, file.Length + 1).Count(length => WavHeader.TryRead(file.AsSpan(0, length), out _));

        // From the first byte of the samples on.
        read.Should().Be(6);
    }
}

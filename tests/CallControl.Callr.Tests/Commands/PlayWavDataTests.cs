using CallControl.Providers;

namespace CallControl.Callr.Tests;

public sealed class PlayWavDataTests
{
    private const string Wanted = "must be a WAV file of PCM, 8000 Hz, 16 bit, one channel";

    /// <summary>PCM in the extensible form: tag 0xFFFE, 22 more bytes, and the tag in the sub-format's first two.</summary>
    private static byte[] Extensible => Wav.Chunk("fmt ",
        [0xFE, 0xFF, .. Wav.Format()[10..24], 22, 0, 16, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]);

    public static TheoryData<byte[]> Sound =>
    [
        Wav.Telephone(),
        Wav.File(Wav.Chunk("LIST", [1, 2, 3]), Wav.Format(), Wav.Chunk("fact", [1, 2, 3, 4]), Wav.Data()),
        Wav.File(Wav.Data(), Wav.Format()),
        Wav.File(Extensible, Wav.Data()),
    ];

    public static TheoryData<byte[], string> NoSound => new()
    {
        { [], "no WAV file" },
        { "RIFF"u8.ToArray(), "no WAV file" },
        { "ID3 an MP3 file"u8.ToArray(), "no WAV file" },
        { Wav.Telephone()[1..], "no WAV file" },
        { Wav.File(), "no WAV file" },
        { Wav.File(Wav.Format()), "no WAV file" },
        { Wav.File(Wav.Data()), "no WAV file" },
        { Wav.File(Wav.Format(), Wav.Chunk("data", [])), "no sound" },
        { Wav.File(Wav.Format(), Wav.Chunk("data", [], 4)), "no sound" },
        { Wav.File(Wav.Format(), Wav.Chunk("data", [1])), "no sound" },
        { Wav.File(Wav.Format(), Wav.Chunk("LIST", [1, 2], uint.MaxValue), Wav.Data()), "no WAV file" },
        { Wav.File(Wav.Chunk("fmt ", [1, 0, 1, 0]), Wav.Data()), "no WAV file" },
        { [.. "OggS"u8, .. Wav.Telephone()[4..]], "no WAV file" },
        { [.. Wav.Telephone()[..8], .. "AVI "u8, .. Wav.Telephone()[12..]], "no WAV file" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void Validate_OfTelephoneSound_HasNoBreach(byte[] file) => Violations(file).Should().BeEmpty();

    [Theory]
    [InlineData(1, 2, 44_100, 16, "Pcm16, 44100 Hz, 2 channel(s)")]
    [InlineData(7, 1, 8_000, 8, "Mulaw, 8000 Hz, 1 channel(s)")]
    [InlineData(1, 2, 8_000, 16, "Pcm16, 8000 Hz, 2 channel(s)")]
    [InlineData(1, 1, 16_000, 16, "Pcm16, 16000 Hz, 1 channel(s)")]
    [InlineData(1, 1, 8_001, 16, "Pcm16, 8001 Hz, 1 channel(s)")]
    [InlineData(1, 1, 8_000, 8, "Pcm8, 8000 Hz, 1 channel(s)")]
    public void Validate_OfAnotherFormat_SaysWhatIsWantedAndWhatIsThere(ushort format, ushort channels, uint rate, ushort bits, string there)
    {
        var violation = Violations(Wav.File(Wav.Format(format, channels, rate, bits), Wav.Data())).Should().ContainSingle().Which;

        violation.Should().Be(new Violation("audio_data", Wanted, there));
    }

    [Fact]
    public void Validate_OfAStreamedFile_DoesNotRelyOnItsLengths()
    {
        var file = Wav.File(Wav.Format(), Wav.Chunk("data", [1, 2], uint.MaxValue));
        file.AsSpan(4, 4).Fill(0xFF);

        Violations(file).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(NoSound))]
    public void Validate_WithoutSound_SaysWhatIsWanted(byte[] file, string problem)
    {
        var violation = Violations(file).Should().ContainSingle().Which;

        violation.Field.Should().Be("audio_data");
        violation.Rule.Should().StartWith(Wanted).And.Contain(problem);
        violation.Value.Should().BeNull();
    }

    [Fact]
    public void Validate_OfEveryBeginning_DoesNotThrow()
    {
        var file = Wav.File(Wav.Chunk("LIST", [1, 2, 3]), Wav.Format(), Wav.Data());
        var valid = Enumerable.Range(0, file.Length + 1).Count(length => Violations(file[..length]).Count == 0);

        // From the first whole sample on.
        valid.Should().Be(5);
    }

    private static IReadOnlyList<Violation> Violations(byte[] file)
    {
        var violations = new ViolationList();
        new PlayWavDataCommand { AudioData = file }.Validate(violations);
        return violations.Items;
    }
}

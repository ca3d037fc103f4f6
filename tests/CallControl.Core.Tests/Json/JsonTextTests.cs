using System.Buffers;
using System.Text;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class JsonTextTests
{
    [Fact]
    public void WithoutMark_OfAnyBody_LeavesWhatFollowsTheMark()
    {
        JsonText.WithoutMark([0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}']).ToArray().Should().Equal("{}"u8.ToArray());
        JsonText.WithoutMark("{}"u8).ToArray().Should().Equal("{}"u8.ToArray());
        JsonText.WithoutMark([0xEF, 0xBB]).ToArray().Should().Equal(0xEF, 0xBB);
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("\"12.5\"")]
    public void Read_ValueThatLiesInPieces_IsWhole(string json)
    {
        var reader = new Utf8JsonReader(Pieces(json));
        reader.Read().Should().BeTrue();

        JsonText.Read(ref reader).Should().Be(json.Trim('"'));
    }

    [Fact]
    public void TryReadNumbers_OfAValueInPieces_AreWhole()
    {
        var number = new Utf8JsonReader(Pieces("1234"));
        var whole = new Utf8JsonReader(Pieces("\"1234\""));
        number.Read();
        whole.Read();

        JsonText.TryReadNumber(ref number, out var real).Should().BeTrue();
        JsonText.TryReadWholeNumber(ref whole, out var integer).Should().BeTrue();

        (real, integer).Should().Be((1234d, 1234L));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02 03:04:05")]
    public void ReadTime_OfAValueInPieces_IsWhole(string text)
    {
        var reader = new Utf8JsonReader(Pieces($"\"{text}\""));
        reader.Read();

        JsonText.ReadTime(ref reader).Should().Be(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    [Fact]
    public void Read_NameOfAMember_IsItsText()
    {
        var reader = new Utf8JsonReader("""{"name":1}"""u8);
        reader.Read();
        reader.Read();

        JsonText.Read(ref reader).Should().Be("name");
    }

    [Fact]
    public void ReadOrNull_OfWhatIsNoText_IsNull()
    {
        foreach (var json in new[] { Encoding.UTF8.GetBytes(ConverterProbe.HalfSurrogate), ConverterProbe.NoUtf8, "{\"a\":[1]}"u8.ToArray(), "null"u8.ToArray() })
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            JsonText.ReadOrNull(ref reader).Should().BeNull();
        }
    }

    /// <summary>JSON of which each byte lies elsewhere, as one that is read from a pipe may.</summary>
    private static ReadOnlySequence<byte> Pieces(string json)
    {
        Piece? first = null;
        Piece? last = null;
        foreach (var letter in Encoding.UTF8.GetBytes(json))
        {
            last = new Piece(letter, last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, 1);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte letter, Piece? before)
        {
            Memory = new[] { letter };
            if (before is null)
                return;

            RunningIndex = before.RunningIndex + 1;
            before.Next = this;
        }
    }
}

namespace CallControl.Media.Tests;

public sealed class RtpExtensionTests
{
    [Fact]
    public void GetEnumerator_OfOneByteForm_PassesOverPadding()
    {
        // The figure of RFC 8285, section 4.2: one byte, two bytes, two of padding, four bytes.
        var elements = Elements(0xBEDE, "10AA" + "21BBCC" + "0000" + "33DDEEFF99");

        elements.Should().Equal("1:AA", "2:BBCC", "3:DDEEFF99");
    }

    [Fact]
    public void GetEnumerator_OfTwoByteForm_PassesOverPadding()
    {
        // The figure of RFC 8285, section 4.3: no byte, one byte, one of padding, four bytes; here with one of padding more.
        var elements = Elements(0x1000, "0100" + "0201AA" + "00" + "0304BBCCDDEE");

        elements.Should().Equal("1:", "2:AA", "3:BBCCDDEE");
    }

    [Theory]
    [InlineData(0xBEDE, RtpExtensionForm.OneByte)]
    [InlineData(0x1000, RtpExtensionForm.TwoByte)]
    [InlineData(0x100F, RtpExtensionForm.TwoByte)]
    [InlineData(0x1010, RtpExtensionForm.Opaque)]
    [InlineData(0x0FFF, RtpExtensionForm.Opaque)]
    [InlineData(0xBEDF, RtpExtensionForm.Opaque)]
    [InlineData(0x0000, RtpExtensionForm.Opaque)]
    public void Form_OfProfile_IsThatOfRfc8285(int profile, RtpExtensionForm expected)
    {
        new RtpExtension((ushort)profile, [0, 0, 0, 0]).Form.Should().Be(expected);
    }

    [Fact]
    public void GetEnumerator_OfLongestOneByteElement_ReadsIt()
    {
        Elements(0xBEDE, "EF" + "000102030405060708090A0B0C0D0E0F" + "000000").Should().Equal("14:000102030405060708090A0B0C0D0E0F");
    }

    [Fact]
    public void GetEnumerator_OfLongestTwoByteElement_ReadsIt()
    {
        var data = new string('A', 510);

        Elements(0x1003, "FFFF" + data + "000000").Should().Equal("255:" + data);
    }

    [Theory]
    [InlineData(0xBEDE, "10AA" + "F0BB" + "20CC" + "0000", "1:AA")] // 15 ends the walk
    [InlineData(0xBEDE, "10AA" + "02BB" + "20CC" + "0000", "1:AA")] // 0 with a length ends it
    [InlineData(0xBEDE, "10AA" + "22BB", "1:AA")] // beyond the data
    [InlineData(0xBEDE, "10AA00" + "20", "1:AA")] // no data left
    [InlineData(0x1000, "0101AA" + "02", "1:AA")] // no length left
    [InlineData(0x1000, "0101AA00" + "0203BBCC", "1:AA")] // beyond the data
    [InlineData(0x1000, "0101AA00" + "02010000", "1:AA|2:00")] // padding at the end
    [InlineData(0x0001, "10AA0000", "")] // opaque
    [InlineData(0xBEDE, "00000000", "")]
    [InlineData(0xBEDE, "", "")]
    public void GetEnumerator_OfBrokenData_EndsAtTheBreak(int profile, string hex, string expected)
    {
        string.Join('|', Elements(profile, hex)).Should().Be(expected);
    }

    [Fact]
    public void MoveNext_AfterTheEnd_StaysAtTheEnd()
    {
        var elements = new RtpExtension(0xBEDE, [0xF0, 0x10, 0xAA, 0]).GetEnumerator();

        elements.MoveNext().Should().BeFalse();
        elements.MoveNext().Should().BeFalse();
        elements.Current.Data.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void TryFind_OfElement_FindsTheFirstWithTheId()
    {
        var extension = new RtpExtension(0xBEDE, Convert.FromHexString("10AA" + "20BB" + "20CC" + "0000"));

        extension.TryFind(2, out var data).Should().BeTrue();

        data.ToArray().Should().Equal(0xBB);
        extension.TryFind(3, out var nothing).Should().BeFalse();
        nothing.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void IsPresent_OfExtensionWithoutData_TellsItFromNone()
    {
        new RtpExtension(7, []).IsPresent.Should().BeTrue();
        default(RtpExtension).IsPresent.Should().BeFalse();
        default(RtpExtension).Form.Should().Be(RtpExtensionForm.Opaque);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(65536 * 4)]
    public void Constructor_OfPartsOrTooMuch_SaysWhatIsAllowed(int length)
    {
        var make = () => new RtpExtension(0xBEDE, new byte[length]).Words;

        make.Should().Throw<ArgumentException>().WithMessage($"*0 to 65535 words of 4 bytes; this is {length} bytes.*");
    }

    private static List<string> Elements(int profile, string hex)
    {
        var elements = new List<string>();
        foreach (var element in new RtpExtension((ushort)profile, Convert.FromHexString(hex)))
            elements.Add($"{element.Id}:{Convert.ToHexString(element.Data)}");

        return elements;
    }
}

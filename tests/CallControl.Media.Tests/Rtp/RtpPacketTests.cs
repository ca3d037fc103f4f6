namespace CallControl.Media.Tests;

public sealed class RtpPacketTests
{
    // V=2, no options; marker, PCMU; sequence 0x1234; timestamp 0xDECAFBAD; SSRC 0xCAFEBABE; three bytes of payload.
    private static readonly byte[] Plain = Convert.FromHexString("8080" + "1234" + "DECAFBAD" + "CAFEBABE" + "FFFEFD");

    // V=2, P, X, two contributors; no marker, type 101; extension 0xBEDE of one word; payload AA BB; padding of 3.
    private static readonly byte[] Full = Convert.FromHexString(
        "B265" + "FFFF" + "00000001" + "00000002" + "11111111" + "22222222" + "BEDE0001" + "10FF0000" + "AABB" + "000003");

    [Fact]
    public void TryRead_OfPlainPacket_ReadsEveryField()
    {
        RtpPacket.TryRead(Plain, out var packet, out var error).Should().BeTrue();

        error.Should().Be(RtpError.None);
        packet.Marker.Should().BeTrue();
        packet.PayloadType.Should().Be(0);
        packet.SequenceNumber.Should().Be(0x1234);
        packet.Timestamp.Should().Be(0xDECAFBAD);
        packet.Ssrc.Should().Be(0xCAFEBABE);
        packet.Contributors.Count.Should().Be(0);
        packet.Extension.IsPresent.Should().BeFalse();
        packet.Payload.ToArray().Should().Equal(0xFF, 0xFE, 0xFD);
        packet.PaddingLength.Should().Be(0);
        packet.Length.Should().Be(15);
    }

    [Fact]
    public void TryRead_OfPacketWithEveryOption_ReadsEveryField()
    {
        RtpPacket.TryRead(Full, out var packet, out var error).Should().BeTrue();

        error.Should().Be(RtpError.None);
        packet.Marker.Should().BeFalse();
        packet.PayloadType.Should().Be(101);
        packet.SequenceNumber.Should().Be(65535);
        packet.Timestamp.Should().Be(1);
        packet.Ssrc.Should().Be(2);
        packet.Contributors.Count.Should().Be(2);
        packet.Contributors[0].Should().Be(0x11111111);
        packet.Contributors[1].Should().Be(0x22222222);
        packet.Extension.IsPresent.Should().BeTrue();
        packet.Extension.Profile.Should().Be(0xBEDE);
        packet.Extension.Words.Should().Be(1);
        packet.Extension.Data.ToArray().Should().Equal(0x10, 0xFF, 0x00, 0x00);
        packet.Payload.ToArray().Should().Equal(0xAA, 0xBB);
        packet.PaddingLength.Should().Be(3);
        packet.Length.Should().Be(Full.Length);
    }

    [Fact]
    public void TryRead_OfHeaderAlone_HasAnEmptyPayload()
    {
        RtpPacket.TryRead(Plain.AsSpan(0, 12), out var packet).Should().BeTrue();

        packet.Payload.IsEmpty.Should().BeTrue();
        packet.Ssrc.Should().Be(0xCAFEBABE);
    }

    [Fact]
    public void TryRead_OfPaddingAlone_HasAnEmptyPayload()
    {
        RtpPacket.TryRead(Convert.FromHexString("A000" + "0001" + "00000000" + "00000001" + "000003"), out var packet).Should().BeTrue();

        packet.Payload.IsEmpty.Should().BeTrue();
        packet.PaddingLength.Should().Be(3);
    }

    [Theory]
    [InlineData("", RtpError.TooShort)]
    [InlineData("80", RtpError.TooShort)]
    [InlineData("8000000100000000000000", RtpError.TooShort)]
    [InlineData("00", RtpError.WrongVersion)]
    [InlineData("400000010000000000000001", RtpError.WrongVersion)]
    [InlineData("C00000010000000000000001", RtpError.WrongVersion)]
    [InlineData("810000010000000000000001", RtpError.ContributorsBeyondDatagram)]
    [InlineData("82000001000000000000000100000001000000", RtpError.ContributorsBeyondDatagram)]
    [InlineData("8F000001000000000000000100000001", RtpError.ContributorsBeyondDatagram)]
    [InlineData("900000010000000000000001", RtpError.ExtensionBeyondDatagram)]
    [InlineData("900000010000000000000001BEDE00", RtpError.ExtensionBeyondDatagram)]
    [InlineData("900000010000000000000001BEDE0001", RtpError.ExtensionBeyondDatagram)]
    [InlineData("900000010000000000000001BEDE0001000000", RtpError.ExtensionBeyondDatagram)]
    [InlineData("900000010000000000000001BEDEFFFF00000000", RtpError.ExtensionBeyondDatagram)]
    [InlineData("A00000010000000000000001", RtpError.PaddingEmpty)]
    [InlineData("A00000010000000000000001AA00", RtpError.PaddingEmpty)]
    [InlineData("A00000010000000000000001AA03", RtpError.PaddingBeyondPayload)]
    [InlineData("A00000010000000000000001FF", RtpError.PaddingBeyondPayload)]
    [InlineData("A1000001000000000000000100000001", RtpError.PaddingEmpty)]
    public void TryRead_OfSomethingElse_SaysWhy(string hex, RtpError expected)
    {
        var datagram = Convert.FromHexString(hex);

        RtpPacket.TryRead(datagram, out var packet, out var error).Should().BeFalse();

        error.Should().Be(expected);
        packet.Payload.IsEmpty.Should().BeTrue();
        packet.Ssrc.Should().Be(0);
        RtpPacket.TryRead(datagram, out _).Should().BeFalse();
    }

    [Fact]
    public void TryWrite_OfPlainPacket_WritesTheVector()
    {
        var packet = new RtpPacket
        {
            Marker = true,
            SequenceNumber = 0x1234,
            Timestamp = 0xDECAFBAD,
            Ssrc = 0xCAFEBABE,
            Payload = [0xFF, 0xFE, 0xFD],
        };
        var destination = new byte[16];
        destination.AsSpan().Fill(0xEE);

        packet.TryWrite(destination, out var written).Should().BeTrue();

        written.Should().Be(15);
        destination.Should().Equal([.. Plain, 0xEE]);
    }

    [Fact]
    public void TryWrite_OfPacketWithEveryOption_WritesTheVector()
    {
        var packet = new RtpPacket
        {
            PayloadType = 101,
            SequenceNumber = 65535,
            Timestamp = 1,
            Ssrc = 2,
            Contributors = new RtpContributors(Convert.FromHexString("1111111122222222")),
            Extension = new RtpExtension(RtpExtension.OneByteProfile, [0x10, 0xFF, 0, 0]),
            Payload = [0xAA, 0xBB],
            PaddingLength = 3,
        };
        var destination = new byte[Full.Length];
        destination.AsSpan().Fill(0xEE);

        packet.TryWrite(destination, out var written).Should().BeTrue();

        written.Should().Be(Full.Length);
        destination.Should().Equal(Full);
    }

    [Fact]
    public void TryWrite_ToShortDestination_WritesNothing()
    {
        RtpPacket.TryRead(Full, out var packet).Should().BeTrue();
        var destination = new byte[Full.Length - 1];

        packet.TryWrite(destination, out var written).Should().BeFalse();

        written.Should().Be(0);
        destination.Should().OnlyContain(each => each == 0);
    }

    [Fact]
    public void PayloadType_Above127_IsRefused()
    {
        var make = () => new RtpPacket { PayloadType = 128 }.Length;

        make.Should().Throw<ArgumentOutOfRangeException>();
    }
}

namespace CallControl.Media.Tests;

public sealed class StrepHeaderTests
{
    private const string Id = "428c31b6-7af4-4bcb-b7f5-5013ef9657c1";

    // Version 1, leg A, received; 24 bytes; reserved; the id. Then an RTP packet's first bytes.
    private static readonly byte[] Vector = Convert.FromHexString(
        "C418" + "0000" + "00000000" + "428C31B67AF44BCBB7F55013EF9657C1" + "80000001");

    [Fact]
    public void TryRead_OfVersionOne_ReadsEveryField()
    {
        StrepHeader.TryRead(Vector, out var header, out var error).Should().BeTrue();

        error.Should().Be(StrepError.None);
        header.Version.Should().Be(1);
        header.Leg.Should().Be(StrepLeg.A);
        header.Direction.Should().Be(StrepDirection.Received);
        header.HeaderLength.Should().Be(24);
        header.Reserved.Should().Be(0);
        header.CallLegId.Should().Be(Guid.Parse(Id));
        header.CallLegIdBytes.ToArray().Should().Equal(Vector[8..24]);
        header.GetPayload(Vector).ToArray().Should().Equal(0x80, 0x00, 0x00, 0x01);
        header.GetRest(Vector).IsEmpty.Should().BeTrue();
        header.ToString().Should().Be("STREP 1, leg A, Received, " + Id);
    }

    [Theory]
    [InlineData(0xC4, StrepLeg.A, StrepDirection.Received)]
    [InlineData(0xC5, StrepLeg.A, StrepDirection.Sent)]
    [InlineData(0xC6, StrepLeg.B, StrepDirection.Received)]
    [InlineData(0xC7, StrepLeg.B, StrepDirection.Sent)]
    public void TryRead_OfEachFirstByteOfVersionOne_TellsLegAndDirection(byte first, StrepLeg leg, StrepDirection direction)
    {
        byte[] datagram = [first, .. Vector[1..]];

        StrepHeader.TryRead(datagram, out var header).Should().BeTrue();

        header.Version.Should().Be(1);
        header.Leg.Should().Be(leg);
        header.Direction.Should().Be(direction);
    }

    [Fact]
    public void TryRead_WithReservedBytes_KeepsThem()
    {
        var datagram = StrepBytes.Encode(1, false, true, 24, [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB], Id);

        StrepHeader.TryRead(datagram, out var header).Should().BeTrue();

        header.Reserved.Should().Be(0x0123_4567_89AB);
        header.GetPayload(datagram).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void TryRead_OfLaterVersion_ReadsTheFirstFieldsAndTheRest()
    {
        byte[] datagram = [.. StrepBytes.Encode(7, true, false, 32, new byte[6], Id, 1, 2, 3, 4, 5, 6, 7, 8), 0x80, 0xFF];

        StrepHeader.TryRead(datagram, out var header).Should().BeTrue();

        header.Version.Should().Be(7);
        header.Leg.Should().Be(StrepLeg.B);
        header.HeaderLength.Should().Be(32);
        header.CallLegId.Should().Be(Guid.Parse(Id));
        header.GetRest(datagram).ToArray().Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        header.GetPayload(datagram).ToArray().Should().Equal(0x80, 0xFF);
    }

    [Theory]
    [InlineData("", StrepError.TooShort)]
    [InlineData("C4", StrepError.TooShort)]
    [InlineData("C418000000000000428C31B67AF44BCBB7F55013EF9657", StrepError.TooShort)]
    [InlineData("80", StrepError.WrongTag)]
    [InlineData("8418000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.WrongTag)]
    [InlineData("4418000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.WrongTag)]
    [InlineData("0418000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.WrongTag)]
    [InlineData("C018000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.WrongVersion)]
    [InlineData("C3", StrepError.WrongVersion)]
    [InlineData("C400000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderTooShort)]
    [InlineData("C414000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderTooShort)]
    [InlineData("C417000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderTooShort)]
    [InlineData("C419000000000000428C31B67AF44BCBB7F55013EF9657C10000", StrepError.HeaderNotAligned)]
    [InlineData("C41A000000000000428C31B67AF44BCBB7F55013EF9657C10000", StrepError.HeaderNotAligned)]
    [InlineData("C4FF000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderNotAligned)]
    [InlineData("C41C000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderBeyondDatagram)]
    [InlineData("C41C000000000000428C31B67AF44BCBB7F55013EF9657C1000000", StrepError.HeaderBeyondDatagram)]
    [InlineData("C4FC000000000000428C31B67AF44BCBB7F55013EF9657C1", StrepError.HeaderBeyondDatagram)]
    public void TryRead_OfSomethingElse_SaysWhy(string hex, StrepError expected)
    {
        var datagram = Convert.FromHexString(hex);

        StrepHeader.TryRead(datagram, out var header, out var error).Should().BeFalse();

        error.Should().Be(expected);
        header.Should().Be(default(StrepHeader));
        StrepHeader.TryRead(datagram, out _).Should().BeFalse();
    }

    [Fact]
    public void TryRead_OfTheLongestHeader_ReadsIt()
    {
        var datagram = StrepBytes.Encode(15, true, true, 252, new byte[6], Id, new byte[252 - 24]);

        StrepHeader.TryRead(datagram, out var header).Should().BeTrue();

        header.Version.Should().Be(15);
        header.HeaderLength.Should().Be(StrepHeader.MaxLength);
        header.GetRest(datagram).Length.Should().Be(228);
    }

    [Fact]
    public void GetPayload_OfShorterDatagram_Throws()
    {
        StrepHeader.TryRead(Vector, out var header).Should().BeTrue();

        var read = () => header.GetPayload(Vector.AsSpan(0, 10)).Length;

        read.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void TryWrite_OfVersionOne_WritesTheVector()
    {
        var header = new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Received);
        var destination = new byte[26];
        destination.AsSpan().Fill(0xEE);

        header.TryWrite(destination, out var written).Should().BeTrue();

        written.Should().Be(24);
        destination.Should().Equal([.. Vector[..24], 0xEE, 0xEE]);
    }

    [Fact]
    public void TryWrite_OfLongerHeader_ClearsTheRest()
    {
        var header = new StrepHeader(Guid.Parse(Id), StrepLeg.B, StrepDirection.Sent) { Version = 2, HeaderLength = 28, Reserved = 0xFFFF_0000_0001 };
        var destination = new byte[28];
        destination.AsSpan().Fill(0xEE);

        header.TryWrite(destination, out var written).Should().BeTrue();

        written.Should().Be(28);
        destination.Should().Equal(StrepBytes.Encode(2, true, true, 28, [0xFF, 0xFF, 0, 0, 0, 1], Id, 0, 0, 0, 0));
    }

    [Fact]
    public void TryWrite_ToShortDestination_WritesNothing()
    {
        var header = new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Received);
        var destination = new byte[23];

        header.TryWrite(destination, out var written).Should().BeFalse();

        written.Should().Be(0);
        destination.Should().OnlyContain(each => each == 0);
    }

    [Fact]
    public void TryWrite_OfNoHeader_WritesNothing()
    {
        default(StrepHeader).TryWrite(new byte[100], out var written).Should().BeFalse();

        written.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(253)]
    [InlineData(256)]
    public void HeaderLength_OutsideTheRules_IsRefused(int length)
    {
        var make = () => new StrepHeader(Guid.Empty, StrepLeg.A, StrepDirection.Received) { HeaderLength = length };

        make.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*24 to 252 bytes*steps of 4*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Version_OutsideFourBits_IsRefused(int version)
    {
        var make = () => new StrepHeader(Guid.Empty, StrepLeg.A, StrepDirection.Received) { Version = version };

        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Reserved_OfMoreThan48Bits_IsRefused()
    {
        var make = () => new StrepHeader(Guid.Empty, StrepLeg.A, StrepDirection.Received) { Reserved = 1UL << 48 };

        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Constructor_OfUnnamedLegOrDirection_Throws()
    {
        var leg = () => new StrepHeader(Guid.Empty, (StrepLeg)2, StrepDirection.Received);
        var direction = () => new StrepHeader(Guid.Empty, StrepLeg.A, (StrepDirection)(-1));

        leg.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("leg");
        direction.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("direction");
    }

    [Fact]
    public void Equals_OfHeadersThatDifferInABit_TellsThem()
    {
        var header = new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Received);

        (header == new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Received)).Should().BeTrue();
        (header != new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Sent)).Should().BeTrue();
        header.Equals((object)new StrepHeader(Guid.Empty, StrepLeg.A, StrepDirection.Received)).Should().BeFalse();
        header.GetHashCode().Should().Be(new StrepHeader(Guid.Parse(Id), StrepLeg.A, StrepDirection.Received).GetHashCode());
    }
}

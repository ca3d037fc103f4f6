namespace CallControl.Media.Tests;

public sealed class RtpContributorsTests
{
    [Fact]
    public void GetEnumerator_OfThree_GoesThroughThemInOrder()
    {
        var contributors = new RtpContributors(Convert.FromHexString("00000001" + "80000000" + "FFFFFFFF"));
        var seen = new List<uint>();

        foreach (var contributor in contributors)
            seen.Add(contributor);

        seen.Should().Equal(1, 0x80000000, uint.MaxValue);
        contributors.Count.Should().Be(3);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Indexer_BeyondTheList_Throws(int place)
    {
        var read = () => new RtpContributors([0, 0, 0, 1])[place];

        read.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("index");
    }

    [Theory]
    [InlineData(3, "*4 bytes each; this is 3 bytes.*")]
    [InlineData(64, "*0 to 15 contributing sources*this is 64 bytes.*")]
    public void Constructor_OfPartsOrTooMany_SaysWhatIsAllowed(int length, string message)
    {
        var make = () => new RtpContributors(new byte[length]).Count;

        make.Should().Throw<ArgumentException>().WithMessage(message);
    }
}

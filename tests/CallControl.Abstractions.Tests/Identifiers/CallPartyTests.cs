namespace CallControl.Abstractions.Tests;

public sealed class CallPartyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Equals_WithheldInEitherWay_IsTheDefault(string? value)
    {
        CallParty party = value;

        party.Should().Be(default(CallParty));
        party.Value.Should().BeEmpty();
        party.ToString().Should().Be("(withheld)");
    }

    [Fact]
    public void ToString_Number_IsMaskedWhileValueIsNot()
    {
        CallParty party = "+33612345678";

        party.Value.Should().Be("+33612345678");
        party.ToString().Should().Be("+*********78");
    }
}

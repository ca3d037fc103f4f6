namespace CallControl.SignalWire.Tests;

public sealed class SignalWireEndReasonTests
{
    [Theory]
    [InlineData("noAnswer", "no_answer")]
    [InlineData("decline", "declined")]
    [InlineData("maxDuration", "max_duration")]
    [InlineData("notFound", "not_found")]
    public void Equals_OfBothSpellings_IsTrueAndKeepsThem(string one, string other)
    {
        new SignalWireEndReason(one).Should().Be(new SignalWireEndReason(other));
        new SignalWireEndReason(one).GetHashCode().Should().Be(new SignalWireEndReason(other).GetHashCode());
        (new SignalWireEndReason(one) == new SignalWireEndReason(other)).Should().BeTrue();
        new SignalWireEndReason(other).Value.Should().Be(other);
        new SignalWireEndReason(other).ToString().Should().Be(other);
    }

    [Fact]
    public void Equals_OfOtherWords_IsFalse()
    {
        SignalWireEndReason.NoAnswer.Should().NotBe(SignalWireEndReason.NotFound);
        new SignalWireEndReason("Busy").Should().NotBe(SignalWireEndReason.Busy);
        new SignalWireEndReason("new_word").Should().NotBe(new SignalWireEndReason("newWord"));
        new SignalWireEndReason("").Should().Be(default(SignalWireEndReason));
    }
}

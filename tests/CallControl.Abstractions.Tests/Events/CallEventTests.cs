namespace CallControl.Abstractions.Tests;

public sealed class CallEventTests
{
    [Fact]
    public void ToString_AnyEvent_NamesKindProviderNameAndCall()
    {
        var digit = new DtmfReceived { Provider = "main", Call = new CallId("c1"), Name = "dtmf", Digit = '7', RawJson = new byte[] { 1 } };

        digit.ToString().Should().Be("DtmfReceived (main: dtmf) on c1");
    }

    [Fact]
    public void With_OtherOperation_KeepsTheRest()
    {
        var ended = new PlaybackEnded { Provider = "main", Call = new CallId("c1"), Name = "ended", Sequence = 4, NativeEvent = this };

        var named = ended with { Operation = new OperationId("o1") };

        named.Operation.Should().Be(new OperationId("o1"));
        named.Sequence.Should().Be(4);
        named.NativeEvent.Should().BeSameAs(this);
        named.Result.Should().NotBeNull();
    }
}

namespace CallControl.Abstractions.Tests;

public sealed class IdentifierTests
{
    public static TheoryData<Func<string, object>, Func<object, string>, object> Kinds => new()
    {
        { value => new CallId(value), id => ((CallId)id).Value, default(CallId) },
        { value => new OperationId(value), id => ((OperationId)id).Value, default(OperationId) },
        { value => new CallEventId(value), id => ((CallEventId)id).Value, default(CallEventId) },
        { value => new BridgeId(value), id => ((BridgeId)id).Value, default(BridgeId) },
        { value => new RecordingId(value), id => ((RecordingId)id).Value, default(RecordingId) },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Value_AnyText_IsKeptAsItIs(Func<string, object> make, Func<object, string> valueOf, object none)
    {
        var id = make("v3:Ab/c?é=");

        valueOf(id).Should().Be("v3:Ab/c?é=");
        id.ToString().Should().Be("v3:Ab/c?é=");
        id.Should().Be(make("v3:Ab/c?é=")).And.NotBe(make("v3:aB/c?é=")).And.NotBe(none);
        valueOf(none).Should().BeEmpty();
        none.ToString().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Constructor_Blank_IsRefused(Func<string, object> make, Func<object, string> valueOf, object none)
    {
        _ = valueOf;
        _ = none;
        FluentActions.Invoking(() => make("")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => make(" \t")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => make(null!)).Should().Throw<ArgumentException>();
    }
}

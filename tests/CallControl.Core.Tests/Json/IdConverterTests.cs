using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class IdConverterTests
{
    private static readonly CallIdConverter Calls = new();
    private static readonly OperationIdConverter Operations = new();

    [Theory]
    [InlineData("\"c-1\"", "c-1")]
    [InlineData("\" c 1 \"", " c 1 ")]
    [InlineData("17", "17")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    public void Read_Id_IsItsText(string json, string expected)
    {
        Calls.Read(json).Should().Be(new CallId(expected));
        Operations.Read(json).Should().Be(new OperationId(expected));
    }

    [Fact]
    public void Read_NullOrBlank_IsNoCallAndAnErrorForAnOperation()
    {
        string[] blank = ["null", "\"\"", "\" \""];

        Calls.ShouldReadAsNone(blank);
        Operations.ShouldRefuse(blank);
    }

    [Fact]
    public void Read_SomethingElse_IsAnError()
    {
        Calls.ShouldRefuse(ConverterProbe.Containers);
        Calls.ShouldRefuseWhatIsNoText();
        Operations.ShouldRefuse(ConverterProbe.Containers);
        Operations.ShouldRefuseWhatIsNoText();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Of_BlankText_IsNoCall(string? text)
    {
        CallIdConverter.Of(text).Should().Be(default(CallId));
        CallIdConverter.Of("c").Should().Be(new CallId("c"));
    }

    [Fact]
    public void Write_Id_IsAText()
    {
        Calls.Write(new CallId("17")).Should().Be("\"17\"");
        Operations.Write(new OperationId("17")).Should().Be("\"17\"");
    }
}

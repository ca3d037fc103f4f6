namespace CallControl.Abstractions.Tests;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("+1234567")]
    [InlineData("+33612345678")]
    [InlineData("+123456789012345")]
    public void Phone_E164_IsTakenAndMasked(string number)
    {
        var destination = Destination.Phone(number);

        destination.Number.Should().Be(number);
        destination.ToString().Should().EndWith(number[^2..]).And.NotContain(number[1..^2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("33612345678")]
    [InlineData("+0612345678")]
    [InlineData("+33 612345678")]
    [InlineData("+3361234567a")]
    [InlineData("+٣٣٦١٢٣٤٥٦٧٨")]
    [InlineData(" +33612345678")]
    [InlineData("+33612345678\n")]
    public void Phone_AnythingElse_IsRefusedWithoutShowingIt(string number)
    {
        var thrown = FluentActions.Invoking(() => Destination.Phone(number)).Should().Throw<ArgumentException>().Which;

        thrown.ParamName.Should().Be("number");
        if (number.Length > 3)
            thrown.Message.Should().NotContain(number.Trim());
    }

    [Fact]
    public void Phone_Null_IsRefused() =>
        FluentActions.Invoking(() => Destination.Phone(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Sip_Address_IsKeptAndMasked()
    {
        var destination = Destination.Sip("SIPS:+33612345678@example.com");

        destination.Uri.Should().Be("SIPS:+33612345678@example.com");
        destination.ToString().Should().Be("sips:***@example.com");
        FluentActions.Invoking(() => Destination.Sip("tel:+33612345678")).Should().Throw<ArgumentException>()
            .Which.Message.Should().NotContain("33612345678");
        FluentActions.Invoking(() => Destination.Sip(" ")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Address_VendorsOwn_IsKeptAndMasked()
    {
        var destination = Destination.Address("client:0612345678");

        destination.Value.Should().Be("client:0612345678");
        destination.ToString().Should().Be("client:********78");
        FluentActions.Invoking(() => Destination.Address("")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Equals_SameDestination_IsByValue()
    {
        Destination.Phone("+33612345678").Should().Be(Destination.Phone("+33612345678"));
        Destination.Phone("+33612345678").Should().NotBe(Destination.Phone("+33612345679"));
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.Core.Tests;

public sealed class PublicBaseUrlTests
{
    private const string Fault = "CallControlOptions.PublicBaseUrl must be an absolute, well-formed http or https address without user, query and fragment.";

    [Theory]
    [InlineData(null)]
    [InlineData("https://ivr.example.com")]
    [InlineData("https://ivr.example.com/")]
    [InlineData("https://ivr.example.com/calls")]
    [InlineData("https://ivr.example.com:8443/a%20b/c/")]
    [InlineData("https://IVR.example.com/calls")]
    [InlineData("https://[2001:db8::1]:8443/calls")]
    [InlineData("http://127.0.0.1:5000/calls")]
    [InlineData("HTTPS://ivr.example.com/calls")]
    [InlineData("https://ivr.example.com/a@b")]
    [InlineData(" https://ivr.example.com/calls ")]
    public void PublicBaseUrl_Address_IsTaken(string? address)
    {
        Failures(address).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/calls")]
    [InlineData("ivr.example.com/calls")]
    [InlineData("ftp://ivr.example.com/calls")]
    [InlineData("wss://ivr.example.com/calls")]
    [InlineData("file:///calls")]
    [InlineData("https://user:pass@ivr.example.com/calls")]
    [InlineData("https://user@ivr.example.com/calls")]
    [InlineData("https://ivr.example.com/calls?key=value")]
    [InlineData("https://ivr.example.com/calls?")]
    [InlineData("https://ivr.example.com?")]
    [InlineData("https://ivr.example.com/calls#part")]
    [InlineData("https://ivr.example.com/calls#")]
    [InlineData("https://ivr.example.com/the calls")]
    [InlineData("https://ivr.example.com/calls%")]
    [InlineData("https:ivr.example.com/calls")]
    public void PublicBaseUrl_SomethingElse_IsRefusedWithoutBeingShown(string address)
    {
        Failures(address).Should().Equal(Fault);
    }

    [Fact]
    public void PublicBaseUrl_SetAfterTheStart_IsSeen()
    {
        var services = new ServiceCollection();
        services.AddCallControl(_ => { });
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<CallControlOptions>>();
        options.Value.PublicBaseUrl.Should().BeNull();

        options.Value.PublicBaseUrl = new Uri("https://ivr.example.com/calls");

        provider.GetRequiredService<IOptions<CallControlOptions>>().Value.PublicBaseUrl.Should().Be(new Uri("https://ivr.example.com/calls"));
    }

    private static IEnumerable<string> Failures(string? address)
    {
        var options = new CallControlOptions { PublicBaseUrl = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute) };
        return new CallControlOptionsValidator().Validate(null, options).Failures ?? [];
    }
}

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireOptionsTests
{
    [Fact]
    public void ToString_WithSecrets_ShowsTheAddressOnly()
    {
        var options = new SignalWireOptions
        {
            SpaceUrl = new Uri("https://example.signalwire.com"),
            ProjectId = "a-project",
            ApiToken = "PT-token",
            SigningKeys = ["PSK-key"],
        };

        options.ToString().Should().Be("SignalWireOptions { SpaceUrl = https://example.signalwire.com/ }");
    }
}

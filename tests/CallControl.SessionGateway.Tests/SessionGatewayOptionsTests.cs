namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayOptionsTests
{
    private const string Secret = "aZ09_-aZ09_-aZ09";

    [Fact]
    public void Validate_Complete_Succeeds() => Faults(Valid()).Should().BeEmpty();

    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new SessionGatewayOptions();

        options.CommandTimeout.Should().Be(TimeSpan.FromSeconds(10));
        options.AdminApiKey.Should().BeNull();
        options.WebhookSecrets.Should().BeEmpty();
        options.AllowUnsignedWebhooks.Should().BeFalse();
    }

    [Fact]
    public void Validate_Nothing_ReportsEverythingAtOnce() =>
        Faults(new SessionGatewayOptions { CommandTimeout = TimeSpan.Zero, AdminApiKey = "" }).Select(fault => fault.Split(' ')[0])
            .Should().Equal("BaseUrl", "AppId", "ApiKey", "AdminApiKey", "CommandTimeout", "WebhookSecrets");

    [Fact]
    public void Validate_NoSecrets_ExplainsBothWaysOut()
    {
        var options = Valid();
        options.WebhookSecrets.Clear();

        Faults(options).Should().ContainSingle().Which.Should().Contain("does not sign").And.Contain("WebhookSecrets").And.Contain("AllowUnsignedWebhooks");

        options.AllowUnsignedWebhooks = true;
        Faults(options).Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://gateway.example.com", true)]
    [InlineData("http://127.0.0.1:8080/voice", true)]
    [InlineData("ftp://gateway.example.com", false)]
    [InlineData("gateway.example.com", false)]
    [InlineData("/api", false)]
    public void BaseUrl_Scheme_IsLimited(string url, bool valid) =>
        IsValid(options => options.BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute)).Should().Be(valid);

    [Theory]
    [InlineData("a", true)]
    [InlineData("AZaz09_-", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    public void AppId_Characters_AreLimited(string? appId, bool valid) => IsValid(options => options.AppId = appId!).Should().Be(valid);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void AppId_Length_IsLimited(int length, bool valid) => IsValid(options => options.AppId = new string('a', length)).Should().Be(valid);

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("!~#$%&'()*+,-./:", true)]
    [InlineData("0123456789abcde", false)]
    [InlineData("0123456789 abcdef", false)]
    [InlineData("0123456789abcdef\r\n", false)]
    [InlineData("0123456789abcdef\u007f", false)]
    [InlineData("0123456789abcdefé", false)]
    public void Keys_CharactersAndLength_AreLimited(string key, bool valid)
    {
        IsValid(options => options.ApiKey = key).Should().Be(valid);
        IsValid(options => options.AdminApiKey = key).Should().Be(valid);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(24L * 24 * 3600 * 1000, true)]
    [InlineData((24L * 24 * 3600 * 1000) + 1, false)]
    public void CommandTimeout_Range_IsLimited(long milliseconds, bool valid) =>
        IsValid(options => options.CommandTimeout = TimeSpan.FromMilliseconds(milliseconds)).Should().Be(valid);

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("aZ09_-aZ09_-aZ0", false)]
    [InlineData("aZ09_-aZ09_-aZ0/", false)]
    [InlineData("aZ09_-aZ09_-aZ0.", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void WebhookSecrets_Each_IsLimited(string? secret, bool valid)
    {
        IsValid(options => options.WebhookSecrets = [Secret, secret!]).Should().Be(valid);
        IsValid(options => (options.WebhookSecrets, options.AllowUnsignedWebhooks) = ([secret!], true)).Should().Be(valid);
    }

    [Fact]
    public void Messages_AndToString_ShowNoKey()
    {
        var options = new SessionGatewayOptions
        {
            BaseUrl = new Uri("ftp://user:p4ss@gateway.example.com/?token=t0ken"),
            AppId = "app-1",
            ApiKey = "the key",
            AdminApiKey = "the admin key",
            WebhookSecrets = ["the secret"],
        };

        var texts = string.Join('\n', [.. Faults(options), options.ToString()]);

        texts.Should().NotContainAny("the key", "the admin key", "the secret", "p4ss", "t0ken");
        options.ToString().Should().Be("SessionGatewayOptions { BaseUrl = ftp://gateway.example.com/, AppId = app-1 }");
    }

    private static SessionGatewayOptions Valid() => new()
    {
        BaseUrl = new Uri("https://gateway.example.com"),
        AppId = GatewayHarness.AppId,
        ApiKey = GatewayHarness.ApiKey,
        WebhookSecrets = [Secret],
    };

    private static bool IsValid(Action<SessionGatewayOptions> change)
    {
        var options = Valid();
        change(options);
        return !Faults(options).Any();
    }

    private static IEnumerable<string> Faults(SessionGatewayOptions options) =>
        new SessionGatewayOptionsValidator().Validate(name: null, options).Failures ?? [];
}

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
    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new SignalWireOptions();

        options.SpaceUrl.Should().BeNull();
        options.CommandTimeout.Should().Be(TimeSpan.FromSeconds(10));
        options.AnswerWindow.Should().Be(TimeSpan.FromSeconds(4));
        options.SigningKeys.Should().BeEmpty();
        options.AllowUnsignedRequests.Should().BeFalse();
        options.RequireSignedCallbacks.Should().BeFalse();
    }

    [Fact]
    public void Validate_Complete_Succeeds() => Faults(Valid()).Should().BeEmpty();

    [Fact]
    public void Validate_EverythingWrong_ReportsEverythingAtOnce() =>
        Faults(new SignalWireOptions { RequireSignedCallbacks = true, CommandTimeout = TimeSpan.Zero, AnswerWindow = TimeSpan.FromSeconds(-1) })
            .Select(fault => fault.Split(' ')[0])
            .Should().Equal("SpaceUrl", "ProjectId", "ApiToken", "CommandTimeout", "AnswerWindow", "SigningKeys", "RequireSignedCallbacks");

    [Fact]
    public void Validate_SecretsThatAreWrong_AreNotShown() =>
        Faults(new SignalWireOptions { SpaceUrl = new Uri("https://example.signalwire.com"), ProjectId = "my project", ApiToken = "my token", SigningKeys = ["my key"] })
            .Should().HaveCount(3).And.NotContain(fault => fault.Contains("my"));

    [Fact]
    public void Validate_NoSigningKey_ExplainsBothWaysOut()
    {
        var options = Valid();
        options.SigningKeys.Clear();

        Faults(options).Should().ContainSingle().Which.Should().Contain("SigningKeys").And.Contain("AllowUnsignedRequests");

        options.AllowUnsignedRequests = true;
        Faults(options).Should().BeEmpty();
    }

    [Fact]
    public void Validate_EmptySigningKey_IsAFaultByItsPlace()
    {
        var options = Valid();
        options.SigningKeys.Add(" ");

        Faults(options).Should().ContainSingle().Which.Should().StartWith("SigningKeys[1]");
    }

    [Theory]
    [InlineData("https://example.signalwire.com", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("ftp://example.signalwire.com", false)]
    [InlineData("/api", false)]
    public void SpaceUrl_Scheme_IsLimited(string url, bool valid) =>
        IsValid(options => options.SpaceUrl = new Uri(url, UriKind.RelativeOrAbsolute)).Should().Be(valid);

    [Theory]
    [InlineData("5c0b1ad4-8a6e-4a4e-9f5b-0d9c1f7d3a11", true)]
    [InlineData("a:b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    public void ProjectId_Characters_AreLimited(string? project, bool valid) => IsValid(options => options.ProjectId = project!).Should().Be(valid);

    [Theory]
    [InlineData("PT~:!", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a\r\nb", false)]
    [InlineData("schlüssel", false)]
    public void ApiToken_Characters_AreLimited(string? token, bool valid) => IsValid(options => options.ApiToken = token!).Should().Be(valid);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(24 * 86_400, true)]
    [InlineData((24 * 86_400) + 1, false)]
    public void CommandTimeout_IsLimited(int seconds, bool valid) => IsValid(options => options.CommandTimeout = TimeSpan.FromSeconds(seconds)).Should().Be(valid);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void AnswerWindow_IsLimited(int seconds, bool valid) => IsValid(options => options.AnswerWindow = TimeSpan.FromSeconds(seconds)).Should().Be(valid);

    private static SignalWireOptions Valid() => new()
    {
        SpaceUrl = new Uri("https://example.signalwire.com"),
        ProjectId = "5c0b1ad4-8a6e-4a4e-9f5b-0d9c1f7d3a11",
        ApiToken = "PT-token",
        SigningKeys = ["PSK-key"],
    };

    private static bool IsValid(Action<SignalWireOptions> change)
    {
        var options = Valid();
        change(options);
        return Faults(options).Count == 0;
    }

    private static IReadOnlyList<string> Faults(SignalWireOptions options) =>
        [.. new SignalWireOptionsValidator().Validate(null, options).Failures ?? []];
}

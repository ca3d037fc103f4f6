namespace CallControl.Telnyx.Tests;

public sealed class TelnyxOptionsTests
{
    private const string PublicKey = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    [Fact]
    public void Validate_Complete_Succeeds() => Faults(Valid()).Should().BeEmpty();

    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new TelnyxOptions();

        options.BaseUrl.Should().Be(new Uri("https://api.telnyx.com/v2"));
        options.CommandTimeout.Should().Be(TimeSpan.FromSeconds(10));
        options.SignatureTolerance.Should().Be(TimeSpan.FromSeconds(300));
        options.DefaultVoice.Should().Be("Telnyx.KokoroTTS.af");
        options.ConnectionId.Should().BeNull();
        options.PublicKeys.Should().BeEmpty();
        options.AllowUnsignedWebhooks.Should().BeFalse();
        TelnyxOptions.EuropeanBaseUrl.Should().Be(new Uri("https://api.telnyx.eu/v2"));
    }

    [Fact]
    public void Validate_EverythingWrong_ReportsEverythingAtOnce() =>
        Faults(new TelnyxOptions
        {
            BaseUrl = null!,
            ConnectionId = " ",
            CommandTimeout = TimeSpan.Zero,
            DefaultVoice = "",
            SignatureTolerance = TimeSpan.FromSeconds(-1),
        }).Select(fault => fault.Split(' ')[0])
            .Should().Equal("BaseUrl", "ApiKey", "ConnectionId", "CommandTimeout", "DefaultVoice", "SignatureTolerance", "PublicKeys");

    [Fact]
    public void Validate_NoPublicKey_ExplainsBothWaysOut()
    {
        var options = Valid();
        options.PublicKeys.Clear();

        Faults(options).Should().ContainSingle().Which.Should().Contain("PublicKeys").And.Contain("AllowUnsignedWebhooks");

        options.AllowUnsignedWebhooks = true;
        Faults(options).Should().BeEmpty();
    }

    [Fact]
    public void Validate_EmptyPublicKey_IsAFaultByItsPlace()
    {
        var options = Valid();
        options.PublicKeys.Add(" ");

        Faults(options).Should().ContainSingle().Which.Should().StartWith("PublicKeys[1]");
    }

    [Theory]
    [InlineData("https://api.telnyx.eu/v2", true)]
    [InlineData("http://127.0.0.1:8080/v2", true)]
    [InlineData("ftp://api.telnyx.com", false)]
    [InlineData("/v2", false)]
    public void BaseUrl_Scheme_IsLimited(string url, bool valid) =>
        IsValid(options => options.BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute)).Should().Be(valid);

    [Theory]
    [InlineData("KEY~!", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("schlüssel", false)]
    public void ApiKey_Characters_AreLimited(string? key, bool valid) => IsValid(options => options.ApiKey = key!).Should().Be(valid);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(24 * 86_400, true)]
    [InlineData((24 * 86_400) + 1, false)]
    public void Times_AreLimited(int seconds, bool valid)
    {
        IsValid(options => options.CommandTimeout = TimeSpan.FromSeconds(seconds)).Should().Be(valid);
        IsValid(options => options.SignatureTolerance = TimeSpan.FromSeconds(seconds)).Should().Be(valid);
    }

    [Fact]
    public void Text_AndFaults_ShowNoKey()
    {
        var options = Valid();
        options.ApiKey = "secret of mine";
        options.PublicKeys.Add("");

        options.ToString().Should().Be("TelnyxOptions { BaseUrl = https://api.telnyx.com/v2 }");
        Faults(options).Should().HaveCount(2).And.NotContain(fault => fault.Contains("secret", StringComparison.Ordinal) || fault.Contains(PublicKey, StringComparison.Ordinal));
    }

    private static TelnyxOptions Valid() => new() { ApiKey = "KEY0190", PublicKeys = [PublicKey] };

    private static IEnumerable<string> Faults(TelnyxOptions options) => new TelnyxOptionsValidator().Validate(null, options).Failures ?? [];

    private static bool IsValid(Action<TelnyxOptions> change)
    {
        var options = Valid();
        change(options);
        return !Faults(options).Any();
    }
}

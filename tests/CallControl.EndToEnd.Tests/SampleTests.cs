namespace CallControl.EndToEnd.Tests;

/// <summary>The sample programs, run as a newcomer would.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData]
    [InlineData("--provider", "session-gateway")]
    public async Task QuickStart_OnTheSessionGateway_Completes(params string[] arguments)
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", arguments);

        exitCode.Should().Be(0, output);
        output.TrimEnd().Split('\n')[^1].Should().Be("session-gateway: completed");
        output.Should().Contain("=> answer").And.Contain("<= call.new").And.Contain("<= digits.collected").And.Contain("<= recording.completed");
        output.Should().NotContain("2468", "what the caller types is nobody's business");
    }

    [Fact]
    public async Task QuickStart_WithHelp_ExplainsItself()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", "--help");

        exitCode.Should().Be(0);
        output.Should().Contain("--provider NAME").And.Contain("session-gateway");
    }

    [Theory]
    [InlineData("--provider", "nobody")]
    [InlineData("--nonsense")]
    public async Task QuickStart_WithWrongArguments_SaysWhatIsAllowed(params string[] arguments)
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", arguments);

        exitCode.Should().Be(2);
        output.Should().Contain(arguments[^1]).And.Contain("--provider NAME");
    }

    [Fact]
    public async Task GatewayIvr_WithoutSettings_NamesWhatIsMissing()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("GatewayIvr", "--urls", "http://127.0.0.1:0");

        exitCode.Should().NotBe(0);
        output.Should().Contain("ApiKey").And.Contain("WebhookSecrets");
    }

    [Fact]
    public async Task GatewayIvr_WithSettings_Listens()
    {
        using var process = SampleProcess.Start(
            "GatewayIvr",
            ["--urls", "http://127.0.0.1:0", "--SessionGateway:ApiKey=an-api-key-of-a-test", "--SessionGateway:WebhookSecrets:0=a-webhook-secret-of-a-test"]);
        try
        {
            var line = await SampleProcess.WaitForLineAsync(process, "Now listening on: ");
            using var client = new HttpClient(new SocketsHttpHandler());

            var text = await client.GetStringAsync(new Uri(line[(line.IndexOf("http", StringComparison.Ordinal))..]), TestContext.Current.CancellationToken);

            text.Should().Contain("/calls/session-gateway/");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}

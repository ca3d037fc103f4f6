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
    public async Task QuickStart_OnTelnyx_Completes()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", "--provider", "telnyx");

        exitCode.Should().Be(0, output);
        output.TrimEnd().Split('\n')[^1].Should().Be("telnyx: completed");
        output.Should().Contain("=> gather_using_audio").And.Contain("<= call.initiated").And.Contain("<= call.gather.ended").And.Contain("<= call.recording.saved");
        output.Should().NotContain("digit 2", "what the caller types is nobody's business");
    }

    [Fact]
    public async Task QuickStart_OnSignalWire_Completes()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", "--provider", "signalwire");

        exitCode.Should().Be(0, output);
        output.TrimEnd().Split('\n')[^1].Should().Be("signalwire: completed");
        output.Should().Contain("=> calling.collect").And.Contain("<= calling.call.state").And.Contain("<= calling.call.collect").And.Contain("<= calling.call.record");
        output.Should().NotContain("2468", "what the caller types is nobody's business");
    }

    [Fact]
    public async Task QuickStart_OnCallr_Completes()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", "--provider", "callr");

        exitCode.Should().Be(0, output);
        output.TrimEnd().Split('\n')[^1].Should().Be("callr: completed");
        output.Should().Contain("play_wav_data").And.Contain("read").And.Contain("start_call_recording").And.Contain("HANGUP");
        output.Should().NotContain("2468", "what the caller types is nobody's business");
    }

    [Fact]
    public async Task QuickStart_WithHelp_ExplainsItself()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("QuickStart", "--help");

        exitCode.Should().Be(0);
        output.Should().Contain("--provider NAME").And.Contain("session-gateway, telnyx, signalwire, callr");
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
    public async Task MediaEcho_HearsItsTone_AndIsInterrupted()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("MediaEcho");

        exitCode.Should().Be(0, output);
        output.TrimEnd().Split('\n')[^1].Should().Be("media-echo: completed");
        output.Should().Contain("the echo of 5 tones was heard after").And.Contain("the mark behind it came back").And.Contain("clear silenced");
    }

    [Fact]
    public async Task ForkRecorder_WithLossAndReorder_CountsWhatTheEmulatorDid()
    {
        var path = Path.Combine(Path.GetTempPath(), $"fork-recorder-{Guid.NewGuid():N}.wav");
        try
        {
            var (exitCode, output) = await SampleProcess.RunAsync("ForkRecorder", path);

            exitCode.Should().Be(0, output);
            output.TrimEnd().Split('\n')[^1].Should().Be("fork-recorder: completed");
            output.Should().Contain("Inbound").And.Contain("Outbound").And.Contain("jitter").And.Contain(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task GatewayIvr_WithoutSettings_NamesWhatIsMissing()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("GatewayIvr", "--urls", "http://127.0.0.1:0");

        exitCode.Should().NotBe(0);
        output.Should().Contain("ApiKey").And.Contain("WebhookSecrets");
    }

    [Fact]
    public async Task TelnyxIvr_WithoutSettings_NamesWhatIsMissing()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("TelnyxIvr", "--urls", "http://127.0.0.1:0");

        exitCode.Should().NotBe(0);
        output.Should().Contain("ApiKey").And.Contain("PublicKeys").And.Contain("Operator");
    }

    [Fact]
    public async Task SignalWireIvr_WithoutSettings_NamesWhatIsMissing()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("SignalWireIvr", "--urls", "http://127.0.0.1:0");

        exitCode.Should().NotBe(0);
        output.Should().Contain("SpaceUrl").And.Contain("ApiToken").And.Contain("SigningKeys").And.Contain("Operator").And.Contain("PublicBaseUrl");
    }

    [Fact]
    public async Task CallrIvr_WithoutSettings_NamesWhatIsMissing()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("CallrIvr", "--urls", "http://127.0.0.1:0");

        exitCode.Should().NotBe(0);
        output.Should().Contain("Credentials").And.Contain("Operator");
    }

    [Theory]
    [InlineData(
        "CallrIvr", "callr", "--Callr:ApiKey=0123456789abcdef", "--Callr:Credentials:0:Login=callr", "--Callr:Credentials:0:Password=of-a-test", "--Menu:Operator=+15550100")]
    [InlineData("GatewayIvr", "session-gateway/", "--SessionGateway:ApiKey=an-api-key-of-a-test", "--SessionGateway:WebhookSecrets:0=a-webhook-secret-of-a-test")]
    [InlineData(
        "TelnyxIvr", "telnyx", "--Telnyx:ApiKey=KEY-of-a-test", "--Telnyx:PublicKeys:0=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "--Menu:Operator=+15550100")]
    [InlineData(
        "SignalWireIvr", "signalwire/swml", "--SignalWire:SpaceUrl=https://space.example.com", "--SignalWire:ProjectId=a-project", "--SignalWire:ApiToken=PT-of-a-test",
        "--SignalWire:SigningKeys:0=PSK-of-a-test", "--CallControl:PublicBaseUrl=https://ivr.example.com/calls", "--Menu:Operator=+15550100")]
    public async Task Ivr_WithSettings_Listens(string sample, string webhookPath, params string[] settings)
    {
        using var process = SampleProcess.Start(sample, ["--urls", "http://127.0.0.1:0", .. settings]);
        try
        {
            var line = await SampleProcess.WaitForLineAsync(process, "Now listening on: ");
            using var client = new HttpClient(new SocketsHttpHandler());

            var text = await client.GetStringAsync(new Uri(line[(line.IndexOf("http", StringComparison.Ordinal))..]), TestContext.Current.CancellationToken);

            text.Should().Contain("/calls/" + webhookPath);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}

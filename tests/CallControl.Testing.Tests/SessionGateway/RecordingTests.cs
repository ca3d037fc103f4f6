namespace CallControl.Testing.Tests.SessionGateway;

public sealed class RecordingTests
{
    [Fact]
    public async Task Stop_AfterStart_CompletesUnderTheStartsUidInWholeSeconds()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "record/start", """{"command_uid":"r1"}""");
        gateway.Advance(12_900);

        await gateway.DoAsync(caller, "record/stop", """{"command_uid":"r2"}""");

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "command.result", "recording.completed");
        var completed = await gateway.SingleAsync("recording.completed");
        completed.Text("command_uid").Should().Be("r1");
        completed.Number("duration").Should().Be(12);
        Uri.IsWellFormedUriString(completed.Text("recording_url"), UriKind.Absolute).Should().BeTrue();
        (await gateway.ResultsAsync("r1")).Should().Equal(true);
        (await gateway.ResultsAsync("r2")).Should().Equal(true);
    }

    [Fact]
    public async Task Stop_WithoutStart_ReportsFailureOnly()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "record/stop", """{"command_uid":"r1"}""");

        (await gateway.ResultsAsync("r1")).Should().Equal(false);
        (await gateway.EventsAsync()).Should().NotContain("recording.completed");
    }

    [Fact]
    public async Task Start_WhileRecording_ReportsFailureAndKeepsTheFirst()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "record/start", """{"command_uid":"r1"}""");

        await gateway.DoAsync(caller, "record/start", """{"command_uid":"r2"}""");
        await gateway.DoAsync(caller, "record/stop");

        (await gateway.ResultsAsync("r2")).Should().Equal(false);
        (await gateway.SingleAsync("recording.completed")).Text("command_uid").Should().Be("r1");
    }

    [Fact]
    public async Task End_WhileRecording_ReportsNoRecording()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "record/start");

        await caller.HangUpAsync(Deadline.Token);

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "call.hangup");
    }
}

namespace CallControl.Testing.Tests.SessionGateway;

public sealed class TrafficTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Traffic_CommandAndItsWebhooks_StandInOrderWithAllDetails()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.Emulator.WaitForIdleAsync(Token);
        gateway.Advance(1500);

        await gateway.DoAsync(caller, "playback/pause", """{"command_uid":"p1"}""");
        await gateway.Emulator.WaitForIdleAsync(Token);

        var traffic = gateway.Emulator.Traffic;
        traffic.Select(entry => (entry.Direction, entry.Name, entry.StatusCode)).Should().Equal(
            (TrafficDirection.Webhook, "call.new", 204),
            (TrafficDirection.Command, "playback/pause", 202),
            (TrafficDirection.Webhook, "command.result", 204));
        traffic.Should().OnlyContain(entry => entry.Session == caller.SessionId && entry.Attempt == 1);
        traffic[1].Timestamp.Should().Be(gateway.Clock.GetUtcNow());
        traffic[1].Body.Should().Be("""{"command_uid":"p1"}""");
        traffic[1].Summary.Should().Contain("p1");
        traffic[2].Summary.Should().Contain("p1").And.Contain("success False");
        traffic[2].Body.Should().Be(gateway.Receiver.Received[1].Body);
    }

    [Fact]
    public async Task Traffic_Refusals_AreRecordedWithTheReason()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.CommandAsync(caller, "playback/start");
        await gateway.CommandAsync(caller, "playback/start", "{");
        await gateway.SendAsync(HttpMethod.Get, "/api/v1/conferences/none");

        var commands = gateway.Emulator.Traffic.Where(entry => entry.Direction is TrafficDirection.Command).ToList();
        commands.Select(entry => (entry.Name, entry.StatusCode)).Should()
            .Equal(("playback/start", 400), ("playback/start", 400), ("GET /conferences/{room_id}", 404));
        commands[0].Summary.Should().Contain("urls is required");
        commands[1].Summary.Should().Contain("not JSON");
        commands[2].Session.Should().BeNull();
    }

    [Fact]
    public async Task Traffic_SummaryAndText_HoldNoNumberAddressOrDigits()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.Emulator.PlaceCallAsync("+15551234567", "+15557654321", Token);
        await gateway.DoAsync(caller, "play_and_get_digits", """{"prompt_files":["https://cdn.example.com/a.wav"],"max_digits":4}""");
        gateway.Advance(10);
        await caller.PressAsync("9876", Token);
        await gateway.Emulator.WaitForIdleAsync(Token);

        var text = string.Join('\n', gateway.Emulator.Traffic.Select(entry => $"{entry} {entry.Summary}"));

        text.Should().Contain("1 prompt_files").And.Contain("4 digits").And.Contain("status success");
        text.Should().NotContainAny("5551234567", "5557654321", "cdn.example.com", "9876");
    }

    [Fact]
    public async Task TrafficObserved_HandlerThrows_DisturbsNothing()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var seen = 0;
        gateway.Emulator.TrafficObserved += _ => throw new InvalidOperationException("The test is over.");
        gateway.Emulator.TrafficObserved += _ => Interlocked.Increment(ref seen);
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "answer");

        (await gateway.EventsAsync()).Should().HaveCount(4);
        seen.Should().Be(5);
    }

    [Fact]
    public async Task TrafficObserved_EveryEntry_IsRaisedOnce()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var seen = new List<EmulatorTraffic>();
        gateway.Emulator.TrafficObserved += Add;
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer");
        await gateway.Emulator.WaitForIdleAsync(Token);
        gateway.Emulator.TrafficObserved -= Add;
        await gateway.DoAsync(caller, "answer");

        seen.Should().HaveCount(5);
        gateway.Emulator.Traffic.Should().Contain(seen);

        void Add(EmulatorTraffic entry)
        {
            lock (seen)
                seen.Add(entry);
        }
    }
}

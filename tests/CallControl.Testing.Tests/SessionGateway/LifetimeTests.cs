using System.Collections.Concurrent;
using CallControl.Testing.Emulation;

namespace CallControl.Testing.Tests.SessionGateway;

public sealed class LifetimeTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Calls_TwoHundredInParallel_EachTellsItsWholeStoryInOrder()
    {
        await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
        {
            MediaDuration = TimeSpan.FromMilliseconds(5),
            FetchDelay = TimeSpan.FromMilliseconds(1),
        });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => RunCallAsync(gateway)));

        var stories = (await gateway.WebhooksAsync()).GroupBy(webhook => webhook.Session!).ToList();
        stories.Should().HaveCount(200);
        foreach (var story in stories)
        {
            story.Select(webhook => webhook.Sequence).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.StartWith(1);
            story.Last().Sequence.Should().Be(story.Count());
            story.First().Event.Should().Be("call.new");
            story.Last().Event.Should().Be("call.hangup");
            story.Count(webhook => webhook.Event == "call.answered").Should().Be(2);
            story.Count(webhook => webhook.Event == "playback.stopped").Should().Be(1);
            story.Single(webhook => webhook.Event == "digits.collected").Text("digits").Should().Be("12");
            story.Count(webhook => webhook.Event == "command.result").Should().Be(4);
        }

        gateway.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task Commands_RacingOnOneCall_LeaveOneHangupAtTheEnd()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        for (var round = 0; round < 20; round++)
        {
            var caller = await gateway.PlaceCallAsync();
            var statuses = new ConcurrentBag<int>();
            string[] commands = ["answer", "playback/silence", "record/start", "playback/stop", "hangup", "disconnect", "hangup"];
            await Task.WhenAll(commands.Select(async command => statuses.Add((await gateway.CommandAsync(caller, command)).Status))
                .Append(Task.Run(() => caller.HangUpAsync(Token), Token)));

            var webhooks = (await gateway.WebhooksAsync()).Where(webhook => webhook.Session == caller.SessionId);
            var story = webhooks.Select(webhook => webhook.Event).ToList();
            story.Count(name => name == "call.hangup").Should().Be(1);
            story.Should().EndWith("call.hangup");
            story.Count(name => name == "command.result").Should().Be(statuses.Count(status => status == 202));
            statuses.Should().OnlyContain(status => status == 202 || status == 404);
        }

        gateway.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task RoomDelete_RacingWithJoins_LeavesNobodyInside()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var room = await gateway.CreateRoomAsync();
            var callers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gateway.PlaceCallAsync()));

            var join = $$"""{"room_id":"{{room}}"}""";

            await Task.WhenAll(callers.Select(caller => (Task)gateway.CommandAsync(caller, "conference/join", join))
                .Append(gateway.SendAsync(HttpMethod.Delete, $"/api/v1/conferences/{room}")));
        }

        var events = await gateway.EventsAsync();
        events.Count(name => name == "conference.member.left").Should().Be(events.Count(name => name == "conference.member.joined"));
        events.Count(name => name == "conference.destroyed").Should().Be(10);
    }

    [Fact]
    public async Task Join_RoomClosedMeanwhile_IsRefused()
    {
        var faults = new EmulatorFaults();
        var settings = new WebhookSettings(1, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await using var dispatcher = new WebhookDispatcher(TimeProvider.System, settings, faults, new TrafficLog());
        var context = new GatewayContext(new SessionGatewayEmulatorOptions(), dispatcher);
        var room = new GatewayRoom(context, "test-app", "team");
        room.TryAdd(new GatewaySession(context, "test-app", "+15550100001")).Should().BeTrue();

        room.Close();

        room.TryAdd(new GatewaySession(context, "test-app", "+15550100001")).Should().BeFalse();
    }

    [Fact]
    public async Task DisposeAsync_InTheMiddleOfEverything_StopsCleanly()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> observe = (_, e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += observe;
        try
        {
            await StopInTheMiddleAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            unobserved.Should().BeEmpty();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= observe;
        }
    }

    [Fact]
    public async Task DisposeAsync_Twice_IsHarmless()
    {
        var emulator = await SessionGatewayEmulator.StartAsync(cancellationToken: Token);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        await emulator.Invoking(gone => gone.PlaceCallAsync(cancellationToken: Token)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task StartAsync_Twice_ListensOnTwoPortsOfLoopback()
    {
        await using var one = await SessionGatewayEmulator.StartAsync(cancellationToken: Token);
        await using var other = await SessionGatewayEmulator.StartAsync(cancellationToken: Token);

        one.BaseAddress.Host.Should().Be("127.0.0.1");
        one.BaseAddress.Port.Should().NotBe(other.BaseAddress.Port);
        one.WebhookUrl.Should().BeNull();
    }

    private static async Task StopInTheMiddleAsync()
    {
        var gateway = await GatewayHarness.StartAsync();
        gateway.Receiver.Answer = (_, _) => Task.FromResult(500);
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", """{"urls":["https://cdn.example.com/a.wav"]}""");
        await gateway.Clock.WaitForTimersAsync(3, Token);
        gateway.Emulator.Faults.CommandDelay = TimeSpan.FromHours(1);
        var hanging = gateway.CommandAsync(caller, "answer");
        await gateway.Clock.WaitForTimersAsync(4, Token);

        await gateway.Emulator.DisposeAsync();

        await hanging.Invoking(task => task).Should().ThrowAsync<HttpRequestException>();
        caller.HasEnded.Should().BeTrue();
        gateway.Clock.PendingTimers.Should().Be(0);
        gateway.Advance(10_000);
        var delivered = gateway.Receiver.Received.Count;
        gateway.Receiver.Received.Should().OnlyContain(webhook => webhook.Event == "call.new");
        delivered.Should().Be(1);
        await gateway.DisposeAsync();
    }

    private static async Task RunCallAsync(GatewayHarness gateway)
    {
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer");
        await caller.WaitForAnswerAsync(Token);
        await gateway.DoAsync(caller, "playback/start", """{"urls":["https://cdn.example.com/a.wav"]}""");
        await caller.WaitForPlaybackAsync(Token);
        await gateway.DoAsync(caller, "play_and_get_digits", """{"prompt_files":["https://cdn.example.com/a.wav"],"max_digits":2}""");
        await caller.WaitForPromptAsync(Token);
        await caller.PressAsync("12", Token);
        await gateway.DoAsync(caller, "hangup");
        await caller.WaitForEndAsync(Token);
    }
}

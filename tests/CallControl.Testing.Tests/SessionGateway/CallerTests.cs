namespace CallControl.Testing.Tests.SessionGateway;

public sealed class CallerTests
{
    private const string Play = """{"urls":["https://cdn.example.com/a.wav"]}""";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Say_ToAGateway_IsNotSupported()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        var act = () => caller.SayAsync("hello", Deadline.Token);

        await act.Should().ThrowAsync<NotSupportedException>();
        caller.HeardDigits.Should().BeEmpty();
    }

    [Fact]
    public async Task WaitForAnswer_Answered_CompletesForAllWaiters()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var one = caller.WaitForAnswerAsync(Token);
        var other = caller.WaitForAnswerAsync(Token);
        one.IsCompleted.Should().BeFalse();

        await gateway.DoAsync(caller, "answer");

        await one;
        await other;
        await caller.WaitForAnswerAsync(Token);
        caller.From.Should().StartWith("+");
        caller.To.Should().StartWith("+");
    }

    [Fact]
    public async Task WaitForPlayback_TwoPlaybacks_EachWaitTakesOne()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", Play);
        var first = caller.WaitForPlaybackAsync(Token);
        first.IsCompleted.Should().BeFalse("the file is still fetched");
        gateway.Advance(10);
        await first;

        var second = caller.WaitForPlaybackAsync(Token);
        second.IsCompleted.Should().BeFalse("the running playback was waited for already");
        await gateway.DoAsync(caller, "playback/start", Play);
        gateway.Advance(10);

        await second;
    }

    [Fact]
    public async Task WaitForPlayback_StartedBefore_IsNotMissed()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", Play);
        gateway.Advance(10);

        await caller.WaitForPlaybackAsync(Token);
    }

    [Fact]
    public async Task WaitForPlayback_GivenUp_DoesNotUseUpAPlayback()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        using var cancel = new CancellationTokenSource();
        var givenUp = caller.WaitForPlaybackAsync(cancel.Token);
        await cancel.CancelAsync();
        await givenUp.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();

        await gateway.DoAsync(caller, "playback/start", Play);
        gateway.Advance(10);

        await caller.WaitForPlaybackAsync(Token);
    }

    [Fact]
    public async Task WaitForPlayback_Silence_IsNone()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var wait = caller.WaitForPlaybackAsync(Token);

        await gateway.DoAsync(caller, "playback/silence");
        gateway.Advance(1000);

        wait.IsCompleted.Should().BeFalse();
        await caller.HangUpAsync(Token);
        await wait.Invoking(task => task).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task WaitForPrompt_Collecting_CompletesWhenKeysCount()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "play_and_get_digits", """{"prompt_files":["https://cdn.example.com/a.wav"],"max_digits":1}""");
        var wait = caller.WaitForPromptAsync(Token);
        wait.IsCompleted.Should().BeFalse();

        gateway.Advance(10);
        await wait;
        await caller.PressAsync("5", Token);

        (await gateway.SingleAsync("digits.collected")).Text("digits").Should().Be("5");
    }

    [Fact]
    public async Task WaitForRecording_Started_Completes()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var wait = caller.WaitForRecordingAsync(Token);
        wait.IsCompleted.Should().BeFalse();

        await gateway.DoAsync(caller, "record/start");

        await wait;
    }

    [Fact]
    public async Task WaitForEnd_Hangup_CompletesAndTellsTheCause()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        caller.HasEnded.Should().BeFalse();
        caller.HangupCause.Should().BeNull();
        var wait = caller.WaitForEndAsync(Token);

        await gateway.DoAsync(caller, "hangup", """{"cause":"USER_BUSY"}""");

        await wait;
        caller.HangupCause.Should().Be("busy");
    }

    [Fact]
    public async Task Waits_CallOver_ThrowInsteadOfHanging()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await caller.HangUpAsync(Token);

        foreach (var wait in new Func<CancellationToken, Task>[]
            { caller.WaitForAnswerAsync, caller.WaitForPlaybackAsync, caller.WaitForPromptAsync, caller.WaitForRecordingAsync })
        {
            await FluentActions.Awaiting(() => wait(Token)).Should().ThrowAsync<InvalidOperationException>();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1E")]
    [InlineData("a")]
    [InlineData("1 2")]
    public async Task Press_NoSuchKey_ThrowsAndPressesNone(string digits)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await caller.Invoking(phone => phone.PressAsync(digits, Token)).Should().ThrowAsync<ArgumentException>();

        (await gateway.EventsAsync()).Should().Equal("call.new");
    }

    [Fact]
    public async Task Press_CallOver_Throws()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await caller.HangUpAsync(Token);

        await caller.Invoking(phone => phone.PressAsync("1", Token)).Should().ThrowAsync<InvalidOperationException>();
    }
}

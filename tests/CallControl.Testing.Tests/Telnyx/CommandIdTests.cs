namespace CallControl.Testing.Tests.Telnyx;

public sealed class CommandIdTests
{
    [Fact]
    public async Task Command_SameIdTwice_HasOneEffectAndTheSameAnswer()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        await telnyx.DoAsync(caller.SessionId, "answer", """{"command_id":"a","record":"record-from-answer"}""");

        var first = await telnyx.CommandAsync(caller.SessionId, "speak", """{"command_id":"s","payload":"hi","voice":"female"}""");
        var second = await telnyx.CommandAsync(caller.SessionId, "speak", """{"command_id":"s","payload":"hi","voice":"female"}""");
        telnyx.Advance(1000);

        second.Should().BeEquivalentTo(first, options => options.Including(answer => answer.Status).Including(answer => answer.Text));
        (await telnyx.EventsAsync()).Should().Equal("call.initiated", "call.answered", "call.speak.started", "call.speak.ended");
    }

    [Fact]
    public async Task Command_AnswerRepeated_TellsTheSameRecording()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        const string Body = """{"command_id":"a","record":"record-from-answer"}""";

        var first = await telnyx.CommandAsync(caller.SessionId, "answer", Body);
        var second = await telnyx.CommandAsync(caller.SessionId, "answer", Body);

        second.Text.Should().Be(first.Text).And.Contain("recording_id");
    }

    [Fact]
    public async Task Command_HangupRepeatedAfterTheEnd_IsAcceptedAgain()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "hangup", """{"command_id":"h"}""");

        await telnyx.DoAsync(caller.SessionId, "hangup", """{"command_id":"h"}""");

        (await telnyx.AllAsync("call.hangup")).Should().ContainSingle();
        (await telnyx.CommandAsync(caller.SessionId, "hangup", """{"command_id":"other"}""")).Code.Should().Be("90018");
    }

    [Theory]
    [InlineData(59_999, 1)]
    [InlineData(60_000, 2)]
    public async Task Command_SameIdLater_CountsAnewAfterAMinute(double milliseconds, int spoken)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        const string Body = """{"command_id":"s","payload":"hi","voice":"female"}""";
        await telnyx.DoAsync(caller.SessionId, "speak", Body);
        telnyx.Advance(milliseconds);

        await telnyx.DoAsync(caller.SessionId, "speak", Body);
        telnyx.Advance(1000);

        (await telnyx.AllAsync("call.speak.ended")).Should().HaveCount(spoken);
    }

    [Fact]
    public async Task Command_SameIdOnAnotherCall_CountsThere()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var one = await telnyx.PlaceCallAsync();
        var other = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(one.SessionId, "answer", """{"command_id":"a"}""");
        await telnyx.DoAsync(other.SessionId, "answer", """{"command_id":"a"}""");

        (await telnyx.AllAsync("call.answered")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Command_RefusedOnce_MayBeRepeatedWithTheSameId()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        const string Body = """{"command_id":"s","payload":"hi","voice":"female"}""";
        (await telnyx.CommandAsync(caller.SessionId, "speak", Body)).Code.Should().Be("90034");
        await telnyx.DoAsync(caller.SessionId, "answer");

        await telnyx.DoAsync(caller.SessionId, "speak", Body);
        telnyx.Advance(1000);

        (await telnyx.AllAsync("call.speak.ended")).Should().ContainSingle();
    }

    [Fact]
    public async Task Dial_SameIdTwice_ReturnsTheFirstCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var first = await telnyx.TryDialAsync("\"to\":\"+15550100003\",\"command_id\":\"d\"");
        var second = await telnyx.TryDialAsync("\"to\":\"+15550100003\",\"command_id\":\"d\"");

        second.Text.Should().Be(first.Text);
        (await telnyx.AllAsync("call.initiated")).Should().ContainSingle();
    }
}

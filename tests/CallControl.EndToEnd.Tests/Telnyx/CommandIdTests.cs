using CallControl.Telnyx;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>A command that is sent again is one command, as long as it keeps its id.</summary>
public sealed class CommandIdTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_SameCommandAgain_HasOneEffect()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var command = new SpeakCommand { Payload = "Hello.", Voice = "female" };

        // The answer to the first is lost on its way.
        world.Telnyx.Faults.ResetConnectionNext(command: "speak", afterExecution: true);
        var first = await world.Client.Invoking(client => client.SpeakAsync(call.Id, command, Cancelled)).Should().ThrowAsync<ProviderUnavailableException>();
        await world.Client.SpeakAsync(call.Id, command, Cancelled);
        await world.Events.WaitForAsync<PlaybackEnded>();
        await world.Client.SpeakAsync(call.Id, command, Cancelled);
        await world.Telnyx.WaitForIdleAsync(Cancelled);

        first.Which.Effect.Should().Be(CommandEffect.Unknown);
        world.Telnyx.Traffic.Count(each => each is { Direction: TrafficDirection.Command, Name: "speak" }).Should().Be(3);
        world.Telnyx.Traffic.Count(each => each.Name == "call.speak.started").Should().Be(1);
        world.Telnyx.Traffic.Count(each => each.Name == "call.speak.ended").Should().Be(1);
    }

    [Fact]
    public async Task Dial_SameCommandAgain_CallsOnce()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var command = new DialCommand { ConnectionId = world.Telnyx.ConnectionId, From = "+15550100002", To = "+15550100777" };

        var first = await world.Client.DialAsync(command, Cancelled);
        var second = await world.Client.DialAsync(command, Cancelled);
        await world.Events.WaitForAsync<CallAnswered>();
        await world.Telnyx.WaitForIdleAsync(Cancelled);

        second.CallControlId.Should().Be(first.CallControlId);
        world.Telnyx.Traffic.Count(each => each.Name == "call.initiated").Should().Be(1);
    }
}

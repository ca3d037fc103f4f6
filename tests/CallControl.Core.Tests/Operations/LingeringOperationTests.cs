using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>Operations of vendors whose events name none: after their end they keep what is theirs from the operations behind them.</summary>
public sealed class LingeringOperationTests
{
    private const int MostLingering = 16;

    [Fact]
    public async Task Observe_LateEventAfterTimeout_IsNotTheNextOperations()
    {
        await using var hub = new HubHarness();
        var first = Register(hub, "o1", deadline: TimeSpan.FromSeconds(20));
        hub.Time.Advance(TimeSpan.FromSeconds(20));
        var second = Register(hub, "o2");

        await hub.HandleAsync(hub.Played());

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        second.HasEnded.Should().BeFalse();
        hub.Seen.Events.Should().ContainSingle().Which.Operation.Should().Be(first.Id, "a late event still tells whose it is");

        await hub.HandleAsync(hub.Played());
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Observe_EndBeforeItsStart_KeepsTheStartFromTheNext()
    {
        await using var hub = new HubHarness();
        var first = Register(hub, "o1");
        var second = Register(hub, "o2");

        await hub.HandleAsync(hub.Played(), Started(hub), Started(hub), hub.Played());

        hub.Seen.Events.Select(each => each.Operation).Should().Equal(first.Id, first.Id, second.Id, second.Id);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [InlineData(CommandEffect.Unknown, "o1")]
    [InlineData(CommandEffect.NotApplied, "o2")]
    [InlineData(CommandEffect.NotSent, "o2")]
    public async Task Abandon_ByEffect_LingersWhereItMayHaveBeenCarriedOut(CommandEffect effect, string expected)
    {
        await using var hub = new HubHarness();
        hub.Call();
        var first = Register(hub, "o1");
        Register(hub, "o2");
        first.Abandon(effect);

        await hub.HandleAsync(hub.Played());

        first.IsDoubtful.Should().Be(effect == CommandEffect.Unknown);
        hub.Seen.Events.Should().ContainSingle().Which.Operation.Should().Be(new OperationId(expected));
    }

    [Fact]
    public async Task Pending_OperationThatLingers_IsNotCounted()
    {
        await using var hub = new HubHarness(options => options.MaxOperationsPerCall = 1);
        hub.Call();
        for (var i = 0; i < 5; i++)
            Register(hub, $"o{i}").TryEnd(OperationOutcome.Stopped<PlaybackResult>());

        var last = Register(hub, "last");

        hub.Hub.Pending(hub.Provider, HubHarness.Id()).Should().Equal(last);
        hub.Meters["operations.pending"].Should().Be(1);
    }

    [Fact]
    public async Task Observe_MoreLingerThanACallKeeps_TheOldestAreLetGo()
    {
        await using var hub = new HubHarness();
        hub.Call();
        for (var i = 0; i < MostLingering + 2; i++)
            Register(hub, $"o{i}").TryEnd(OperationOutcome.Stopped<PlaybackResult>());

        await hub.HandleAsync(hub.Played());

        hub.Seen.Events.Should().ContainSingle().Which.Operation.Should().Be(new OperationId("o2"));
    }

    [Fact]
    public async Task Forget_OnlyOperationOfAnUnseenCall_IsRetiredUnlessItLingers()
    {
        await using var hub = new HubHarness();

        Register(hub, "o1").Abandon();
        hub.Hub.Count.Should().Be(0);

        Register(hub, "o2").Abandon(CommandEffect.Unknown);
        hub.Hub.Count.Should().Be(1);

        await hub.HandleAsync(hub.Ended());
        hub.Hub.Pending(hub.Provider, HubHarness.Id()).Should().BeEmpty();
    }

    private static PlaybackStarted Started(HubHarness hub) => new() { Provider = hub.Provider, Call = HubHarness.Id(), Name = "started" };

    // An operation with one start and one end, in any order.
    private static PendingOperation<PlaybackResult> Register(HubHarness hub, string id, TimeSpan? deadline = null)
    {
        var hasStarted = false;
        return hub.Hub.Register<PlaybackResult>(
            hub.Provider,
            HubHarness.Id(),
            new OperationId(id),
            deadline ?? TimeSpan.FromMinutes(5),
            (pending, callEvent) =>
            {
                switch (callEvent)
                {
                    case PlaybackStarted when !hasStarted:
                        hasStarted = true;
                        return pending is { HasEnded: true, Completion.Result.IsCompleted: true }
                            ? OperationStep.WasLast<PlaybackResult>()
                            : OperationStep.GoesOn<PlaybackResult>();
                    case PlaybackEnded ended when pending is not { HasEnded: true, Completion.Result.IsCompleted: true }:
                        return OperationStep.Ends(OperationOutcome.Completed(ended.Result), expectsMore: !hasStarted && !pending.HasEnded);
                    default:
                        return default;
                }
            },
            lingers: true);
    }
}

using System.Runtime.CompilerServices;
using CallControl.Media;
using CallControl.Media.Tests;
using CallControl.Testing;

namespace CallControl.AspNetCore.Tests;

/// <summary>The wait for a stream, and every way in which it is in vain.</summary>
public sealed class StreamTicketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptAsync_AskedTwice_GivesTheSameSession()
    {
        await using var host = await StreamHost.StartAsync();
        var (vendor, session, ticket) = await host.StartStreamAsync();
        using var socket = vendor;

        (await ticket.AcceptAsync(cancellationToken: Token)).Should().BeSameAs(session);
        (await ticket.AcceptAsync(new FakeStream(Task.FromResult(OperationOutcome.Stopped<StreamResult>())), Token)).Should().BeSameAs(session);
    }

    [Fact]
    public async Task AcceptAsync_WhenNothingComes_TimesOut()
    {
        var clock = new ManualTimeProvider();
        await using var host = await StreamHost.StartAsync(clock, options => options.ConnectTimeout = TimeSpan.FromSeconds(5));
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        var accepting = ticket.AcceptAsync(cancellationToken: Token);
        clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        accepting.IsCompleted.Should().BeFalse();

        clock.Advance(TimeSpan.FromTicks(1));

        (await accepting.Awaiting(task => Patience.For(task)).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.StartTimeout, "the vendor opened no WebSocket within 5 s"));
    }

    [Fact]
    public async Task AcceptAsync_WhenTheOperationEndsFirst_SaysSo()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        var ended = new TaskCompletionSource<OperationOutcome<StreamResult>>();
        var accepting = ticket.AcceptAsync(new FakeStream(ended.Task), Token);
        accepting.IsCompleted.Should().BeFalse();

        ended.SetResult(OperationOutcome.CallEnded<StreamResult>());

        (await accepting.Awaiting(task => Patience.For(task)).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.Stopped, "the stream ended before the vendor had started it on its WebSocket: CallEnded"));
        (await StreamHost.TryConnectAsync(ticket.Url)).Should().Be(401);
    }

    [Fact]
    public async Task AcceptAsync_Cancelled_LeavesTheStreamWelcome()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        using var cancellation = new CancellationTokenSource();
        var accepting = ticket.AcceptAsync(cancellationToken: cancellation.Token);
        var alongside = ticket.AcceptAsync(new FakeStream(new TaskCompletionSource<OperationOutcome<StreamResult>>().Task), cancellation.Token);

        await cancellation.CancelAsync();

        await accepting.Awaiting(task => Patience.For(task)).Should().ThrowAsync<OperationCanceledException>();
        await alongside.Awaiting(task => Patience.For(task)).Should().ThrowAsync<OperationCanceledException>();
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);
        await vendor.SayAsync(TelnyxWire.Start);
        (await Patience.For(ticket.AcceptAsync(cancellationToken: Token))).Start.CallId.Should().Be(TelnyxWire.CallId);
    }

    [Fact]
    public async Task DisposeAsync_WhileSomebodyWaits_EndsTheWait()
    {
        await using var host = await StreamHost.StartAsync();
        var ticket = host.Streams.Expect(StreamHost.Provider);
        var accepting = ticket.AcceptAsync(cancellationToken: Token);

        await ticket.DisposeAsync();
        await ticket.DisposeAsync();

        (await accepting.Awaiting(task => Patience.For(task)).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.Closed, "it is not expected any more"));
    }

    [Fact]
    public async Task DisposeAsync_OnceTheStreamGoesOn_EndsIt()
    {
        await using var host = await StreamHost.StartAsync();
        var (vendor, session, ticket) = await host.StartStreamAsync();
        using var socket = vendor;

        var disposing = ticket.DisposeAsync().AsTask();

        (await vendor.HearCloseAsync()).Code.Should().Be(1000);
        await Patience.For(disposing);
        (await Patience.For(session.Completion)).Reason.Should().Be(MediaStreamEndReason.Closed);
    }

    [Fact]
    public async Task DisposeAsync_BetweenOpeningAndStart_ClosesTheStreamAtItsStart()
    {
        await using var host = await StreamHost.StartAsync();
        var ticket = host.Streams.Expect(StreamHost.Provider);
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);

        await ticket.DisposeAsync();
        await vendor.SayAsync(TelnyxWire.Start);

        (await vendor.HearCloseAsync()).Code.Should().Be(1000);
        await ticket.Awaiting(each => Patience.For(each.AcceptAsync(cancellationToken: Token))).Should().ThrowAsync<MediaStreamException>();
    }

    [Fact]
    public async Task Expect_ThousandsThatAreAbandoned_KeepsNoneBeyondTheirTime()
    {
        var clock = new ManualTimeProvider();
        await using var host = await StreamHost.StartAsync(clock);
        var timers = clock.PendingTimers;
        var abandoned = Abandon(host, 5_000);
        clock.PendingTimers.Should().Be(timers + 5_000);

        clock.Advance(TimeSpan.FromMinutes(1));

        clock.PendingTimers.Should().Be(timers);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        abandoned.Count(ticket => ticket.TryGetTarget(out _)).Should().BeLessThan(10);
    }

    [Fact]
    public async Task Expect_OfAProviderWithoutStreams_Throws()
    {
        await using var host = await StreamHost.StartAsync();

        host.Invoking(each => each.Streams.Expect("nobody")).Should().Throw<InvalidOperationException>()
            .WithMessage("The provider 'nobody' is not registered, or has no media streams.");
    }

    [Fact]
    public async Task Expect_WithAnOptionOutOfItsRange_Throws()
    {
        await using var host = await StreamHost.StartAsync();

        host.Invoking(each => each.Streams.Expect(StreamHost.Provider, new MediaStreamOptions { InboundCapacity = 0 })).Should().Throw<ArgumentException>()
            .WithMessage("MediaStreamOptions.InboundCapacity must be from 1 to 10000.*");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<MediaStreamTicket>> Abandon(StreamHost host, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new WeakReference<MediaStreamTicket>(host.Streams.Expect(StreamHost.Provider)))];

    private sealed class FakeStream(Task<OperationOutcome<StreamResult>> completion) : StreamOperation(new CallId("c1"), new OperationId("s1"), completion)
    {
        public override Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

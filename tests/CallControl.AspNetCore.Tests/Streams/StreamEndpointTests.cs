using System.Net;
using System.Net.WebSockets;
using CallControl.Media;
using CallControl.Media.Tests;
using CallControl.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore.Tests;

/// <summary>Which WebSockets are taken, and how a stream that was taken ends.</summary>
public sealed class StreamEndpointTests
{
    private static readonly MediaStreamOptions AtOnce = new() { Lead = TimeSpan.FromSeconds(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_ThatIsExpected_IsServedWithOrWithoutUseWebSockets(bool usesWebSockets)
    {
        await using var host = await StreamHost.StartAsync(use: app => _ = usesWebSockets ? app.UseWebSockets() : app);
        await using var neighbour = await Neighbour.StartAsync(host);

        var started = host.Log.OfEdge.Should().ContainSingle(line => line.Id == 1311).Which;
        started.Level.Should().Be(LogLevel.Debug);
        started.Text.Should().StartWith($"telnyx: the media stream {TelnyxWire.StreamId} of call {TelnyxWire.CallId} has started with ");
    }

    [Fact]
    public async Task Expect_OfACall_HasTheProviderAndATokenOf43CharactersInTheUrl()
    {
        await using var host = await StreamHost.StartAsync();

        await using var first = host.Streams.Expect(host.CallOf("c1"));
        await using var second = host.Streams.Expect(StreamHost.OtherProvider);

        first.Url.AbsoluteUri.Should().MatchRegex($"^ws://127.0.0.1:{host.Address.Port}/media/telnyx/[A-Za-z0-9_-]{{43}}$");
        second.Url.AbsoluteUri.Should().MatchRegex($"^ws://127.0.0.1:{host.Address.Port}/media/second/[A-Za-z0-9_-]{{43}}$");
        first.Url.Segments[^1].Should().NotBe(second.Url.Segments[^1]);
    }

    [Fact]
    public async Task Request_WithAWrongToken_Is401()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        await using var neighbour = await Neighbour.StartAsync(host);
        var wrong = ticket.Url.AbsoluteUri[..^1] + (ticket.Url.AbsoluteUri[^1] == 'A' ? 'B' : 'A');

        (await StreamHost.TryConnectAsync(new Uri(wrong))).Should().Be(401);

        ShouldBeRefused(host, "its token is wrong, spent, or too old", wrong);
        await neighbour.GoOnAsync();
    }

    [Fact]
    public async Task Request_WithASpentToken_Is401()
    {
        await using var host = await StreamHost.StartAsync();
        var (vendor, session, ticket) = await host.StartStreamAsync();
        using var first = vendor;

        (await StreamHost.TryConnectAsync(ticket.Url)).Should().Be(401);

        ShouldBeRefused(host, "its token is wrong, spent, or too old", ticket.Url.AbsoluteUri);
        session.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Request_WithATokenOfAnotherProvider_Is401AndSpendsNothing()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);

        (await StreamHost.TryConnectAsync(new Uri(ticket.Url.AbsoluteUri.Replace("/telnyx/", "/second/", StringComparison.Ordinal)))).Should().Be(401);
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);
        await vendor.SayAsync(TelnyxWire.Start);

        await Patience.For(ticket.AcceptAsync(cancellationToken: Token));
        host.Log.OfEdge.Should().ContainSingle(line => line.Id == 1310).Which.Text
            .Should().Be("second: a media stream was refused: its token is wrong, spent, or too old.");
    }

    [Fact]
    public async Task Request_WithATokenThatIsTooOld_Is401()
    {
        var clock = new ManualTimeProvider();
        await using var host = await StreamHost.StartAsync(clock, options => options.ConnectTimeout = TimeSpan.FromSeconds(5));
        await using var ticket = host.Streams.Expect(StreamHost.Provider);

        clock.Advance(TimeSpan.FromSeconds(5));

        (await StreamHost.TryConnectAsync(ticket.Url)).Should().Be(401);
        ShouldBeRefused(host, "its token is wrong, spent, or too old", ticket.Url.AbsoluteUri);
    }

    [Fact]
    public async Task Request_WithATokenOfATicketThatWasGivenUp_Is401()
    {
        await using var host = await StreamHost.StartAsync();
        var ticket = host.Streams.Expect(StreamHost.Provider);
        await ticket.DisposeAsync();

        (await StreamHost.TryConnectAsync(ticket.Url)).Should().Be(401);
    }

    [Theory]
    [InlineData("/media/telnyx")]
    [InlineData("/media/nobody/token")]
    [InlineData("/media/telnyx/token/more")]
    public async Task Request_ForAnotherPath_Is404(string path)
    {
        await using var host = await StreamHost.StartAsync();

        (await StreamHost.TryConnectAsync(new Uri($"ws://127.0.0.1:{host.Address.Port}{path}"))).Should().Be(404);
    }

    [Fact]
    public async Task Request_ThatOpensNoWebSocket_Is400AndSpendsNothing()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri(ticket.Url.AbsolutePath, UriKind.Relative), Token);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ShouldBeRefused(host, "the request opens no WebSocket", ticket.Url.AbsoluteUri);
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);
        vendor.State.Should().Be(WebSocketState.Open);
    }

    [Fact]
    public async Task Stream_OfAnotherCall_IsRefused()
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        await using var ticket = host.Streams.Expect(host.CallOf("another call"));
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);

        await vendor.SayAsync(TelnyxWire.Connected, TelnyxWire.Start);

        (await vendor.HearCloseAsync()).Should().Be((1008, "the stream is another call's"));
        (await ticket.Awaiting(each => Patience.For(each.AcceptAsync(cancellationToken: Token))).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "the stream is another call's"));
        ShouldBeRefused(host, "the stream is another call's", ticket.Url.AbsoluteUri);
        await neighbour.GoOnAsync();
    }

    [Fact]
    public async Task Stream_OfACallThatWasNotKnown_IsTaken()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);

        await vendor.SayAsync(TelnyxWire.Start);

        (await Patience.For(ticket.AcceptAsync(cancellationToken: Token))).Start.CallId.Should().Be(TelnyxWire.CallId);
    }

    [Fact]
    public async Task Stream_ThatNeverStarts_IsRefusedInTime()
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        await using var ticket = host.Streams.Expect(StreamHost.Provider, new MediaStreamOptions { StartTimeout = TimeSpan.FromMilliseconds(50) });
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);

        await vendor.SayAsync(TelnyxWire.Connected);

        (await vendor.HearCloseAsync()).Should().Be((1008, "no start came within 0.05 s"));
        (await ticket.Awaiting(each => Patience.For(each.AcceptAsync(cancellationToken: Token))).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.StartTimeout, "no start came within 0.05 s"));
        ShouldBeRefused(host, "StartTimeout: no start came within 0.05 s", ticket.Url.AbsoluteUri);
        await neighbour.GoOnAsync();
    }

    [Fact]
    public async Task Stream_WithMediaBeforeTheStart_IsRefused()
    {
        await using var host = await StreamHost.StartAsync();
        await using var ticket = host.Streams.Expect(StreamHost.Provider);
        using var vendor = await StreamHost.ConnectAsync(ticket.Url);

        await vendor.SayAsync(TelnyxWire.Connected, TelnyxWire.Media(1));

        (await vendor.HearCloseAsync()).Should().Be((1008, "audio came before the stream's start"));
        await ticket.Awaiting(each => Patience.For(each.AcceptAsync(cancellationToken: Token))).Should().ThrowAsync<MediaStreamException>();
        ShouldBeRefused(host, "ProtocolViolation: audio came before the stream's start", ticket.Url.AbsoluteUri);
    }

    [Fact]
    public async Task Stream_WhoseConnectionIsCut_HasLostItAndSaysSo()
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        for (var i = 0; i < 20; i++)
        {
            var (vendor, session, _) = await host.StartStreamAsync();

            vendor.Abort();
            vendor.Dispose();

            (await Patience.For(session.Completion)).Reason.Should().Be(MediaStreamEndReason.ConnectionLost);
        }

        await Patience.UntilAsync(() => host.Log.OfEdge.Count(line => line.Id == 1313) == 20);
        host.Log.OfEdge.Where(line => line.Id == 1313).Should().OnlyContain(line =>
            line.Level == LogLevel.Warning && line.Text.StartsWith($"telnyx: the media stream {TelnyxWire.StreamId} of call {TelnyxWire.CallId} has failed: ConnectionLost: ", StringComparison.Ordinal));
        host.Log.Faults.Should().BeEmpty();
        await neighbour.GoOnAsync();
    }

    [Fact]
    public async Task Stream_ThatTheVendorStops_EndsAndIsLogged()
    {
        await using var host = await StreamHost.StartAsync();
        var (vendor, session, _) = await host.StartStreamAsync(AtOnce);
        using var socket = vendor;

        await vendor.SayAsync(TelnyxWire.Stop);

        (await vendor.HearCloseAsync()).Code.Should().Be(1000);
        (await Patience.For(session.Completion)).Reason.Should().Be(MediaStreamEndReason.Stopped);
        await Patience.UntilAsync(() => host.Log.OfEdge.Any(line => line.Id == 1312));
        host.Log.OfEdge.Single(line => line.Id == 1312).Text.Should().Be($"telnyx: the media stream {TelnyxWire.StreamId} of call {TelnyxWire.CallId} has ended: Stopped.");
        host.Log.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Streams_WhenTheApplicationStops_AreClosed()
    {
        var host = await StreamHost.StartAsync();
        var (vendor, session, _) = await host.StartStreamAsync();
        using var started = vendor;
        var ticket = host.Streams.Expect(StreamHost.Provider);
        using var starting = await StreamHost.ConnectAsync(ticket.Url);
        var accepting = ticket.AcceptAsync(cancellationToken: Token);

        var stopping = host.StopAsync();

        (await started.HearCloseAsync()).Code.Should().Be((int)WebSocketCloseStatus.EndpointUnavailable);
        (await starting.HearCloseAsync()).Code.Should().Be((int)WebSocketCloseStatus.EndpointUnavailable);
        (await Patience.For(session.Completion)).Reason.Should().Be(MediaStreamEndReason.Closed);
        (await accepting.Awaiting(task => Patience.For(task)).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.Closed, "the application stops"));
        await Patience.For(stopping);
        host.Log.Faults.Should().BeEmpty();
        await host.DisposeAsync();
    }

    private static void ShouldBeRefused(StreamHost host, string problem, string url)
    {
        var line = host.Log.OfEdge.Should().ContainSingle(each => each.Id == 1310).Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Text.Should().Be($"telnyx: a media stream was refused: {problem}.");
        var token = url[^43..];
        host.Log.OfEdge.Should().NotContain(each => each.Text.Contains(token, StringComparison.Ordinal));
        host.Log.Faults.Should().BeEmpty();
    }
}

using System.Net.WebSockets;
using System.Text;
using CallControl.Media;
using CallControl.Media.Tests;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore.Tests;

/// <summary>Vendors that are none, once they are in: their stream ends with a reason, the streams beside it go on.</summary>
public sealed class StreamHostileTests
{
    private const string Secret = "SECRET";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Messages => new()
    {
        { $$$"""{"event":"media","media":{"payload":"!{{{Secret}}}!"}}""", 1007, "a message's audio is not base64" },
        { $$$"""{"event":"media","media":{"chunk":"{{{Secret}}}","payload":"AAAA"}}""", 1007, "The chunk number of the audio is no whole one of 64 bits." },
        { $$$"""{"event":"{{{Secret}}}""", 1007, "The message is not a valid JSON object of at most 64 levels." },
        { Secret, 1007, "The message is not a valid JSON object of at most 64 levels." },
    };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Stream_WithAMalformedMessage_EndsAloneAndIsLoggedWithoutContent(string message, int code, string problem)
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        var (vendor, session, _) = await host.StartStreamAsync();
        using var socket = vendor;

        await vendor.SayAsync(message);

        (await vendor.HearCloseAsync()).Should().Be((code, problem));
        await ShouldHaveFailedAsync(host, session, problem);
        await neighbour.GoOnAsync();
    }

    [Fact]
    public async Task Stream_WithABinaryMessage_EndsAlone()
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        var (vendor, session, _) = await host.StartStreamAsync();
        using var socket = vendor;

        await vendor.SendAsync(new byte[160], WebSocketMessageType.Binary, endOfMessage: true, Token);

        (await vendor.HearCloseAsync()).Code.Should().Be(1003);
        await ShouldHaveFailedAsync(host, session, "a binary message came, where messages are text");
        await neighbour.GoOnAsync();
    }

    [Theory]
    [InlineData(true, 1009, "a message of more than 65536 bytes came")]
    [InlineData(false, 1008, "a message of too many fragments came")]
    public async Task Stream_WithAMessageWithoutEnd_EndsAlone(bool isLarge, int code, string problem)
    {
        await using var host = await StreamHost.StartAsync();
        await using var neighbour = await Neighbour.StartAsync(host);
        var (vendor, session, _) = await host.StartStreamAsync();
        using var socket = vendor;
        var part = Encoding.UTF8.GetBytes(isLarge ? new string(' ', 100_000) : "");
        var closing = vendor.HearCloseAsync();

        // 100 MB, or as many fragments as a peer has patience for.
        for (var i = 0; i < (isLarge ? 1_000 : 100_000) && !session.Completion.IsCompleted; i++)
        {
            try
            {
                await vendor.SendAsync(part, WebSocketMessageType.Text, endOfMessage: false, Token);
            }
            catch (WebSocketException)
            {
                break;
            }
        }

        (await closing).Should().Be((code, problem));
        await ShouldHaveFailedAsync(host, session, problem);
        await neighbour.GoOnAsync();
    }

    private static async Task ShouldHaveFailedAsync(StreamHost host, MediaStreamSession session, string problem)
    {
        (await Patience.For(session.Completion)).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, problem));
        await Patience.UntilAsync(() => host.Log.OfEdge.Any(line => line.Id == 1313));
        var logged = host.Log.OfEdge.Single(line => line.Id == 1313);
        logged.Level.Should().Be(LogLevel.Warning);
        logged.Text.Should().Be($"telnyx: the media stream {TelnyxWire.StreamId} of call {TelnyxWire.CallId} has failed: ProtocolViolation: {problem}.");
        host.Log.OfEdge.Should().NotContain(line => line.Text.Contains(Secret, StringComparison.Ordinal));
        host.Log.Faults.Should().BeEmpty();
    }
}

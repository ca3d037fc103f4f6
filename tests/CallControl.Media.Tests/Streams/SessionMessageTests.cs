namespace CallControl.Media.Tests;

/// <summary>What comes besides audio.</summary>
public sealed class SessionMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadMessagesAsync_KeysErrorsAndUnknownOnes_HasAllInOrder()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.SendAsync(
            TelnyxWire.Dtmf, TelnyxWire.Media(1), TelnyxWire.Error, TelnyxWire.OldError, """{"event":"news","news":{"a":1}}""", TelnyxWire.Mark("of nobody"), TelnyxWire.Stop);

        var messages = await stream.MessagesAsync(int.MaxValue);
        messages.Should().HaveCount(6);
        var key = messages[0].Should().BeOfType<MediaStreamDtmf>().Which;
        (key.Digit, key.OccurredAt).Should().Be(("1", new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero)));
        var error = messages[1].Should().BeOfType<MediaStreamError>().Which;
        (error.Code, error.Title, error.Detail).Should().Be(("100005", "rate_limit_reached", "Too many requests"));
        var older = messages[2].Should().BeOfType<MediaStreamError>().Which;
        (older.Code, older.Title, older.Detail).Should().Be(("100003", "malformed_frame", "The received frame was not formed correctly."));
        messages[3].Should().BeOfType<UnknownMediaStreamMessage>().Which.Event.Should().Be("news");
        messages[4].Should().BeOfType<MediaStreamMark>().Which.Name.Should().Be("of nobody");
        messages[5].Should().BeOfType<MediaStreamStop>();
        stream.Session.Statistics.ErrorsReported.Should().Be(2);
        stream.Session.Statistics.FramesReceived.Should().Be(1);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadMessagesAsync_WhenNobodyHasRead_HasTheYoungest64()
    {
        await using var stream = await OpenStream.StartAsync();
        for (var i = 0; i < 100; i++)
            await stream.Peer.SendAsync($$"""{"event":"news{{i}}"}""");

        await stream.Peer.SendAsync(TelnyxWire.Stop);
        await stream.EndAsync();

        var messages = await stream.MessagesAsync(int.MaxValue);
        messages.OfType<UnknownMediaStreamMessage>().Select(message => message.Event).Should().Equal(Enumerable.Range(37, 63).Select(i => $"news{i}"));
        stream.Session.Statistics.MessagesDropped.Should().Be(38);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadMessagesAsync_InFragments_IsTheSameMessage()
    {
        await using var stream = await OpenStream.StartAsync();
        var bytes = System.Text.Encoding.UTF8.GetBytes(TelnyxWire.Dtmf);
        for (var i = 0; i < bytes.Length; i++)
            await stream.Peer.SendAsync(bytes[i..(i + 1)], endOfMessage: i == bytes.Length - 1);

        var message = (await stream.MessagesAsync(1))[0];

        message.Should().BeOfType<MediaStreamDtmf>().Which.Digit.Should().Be("1");
        System.Text.Encoding.UTF8.GetString(message.RawJson.Span).Should().Be(TelnyxWire.Dtmf);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadMessagesAsync_OfJustTheLimit_IsTaken()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { MaxMessageBytes = 5000 });
        var message = $$"""{"event":"long","x":"{{new string('x', 5000)}}""";
        message = message[..4998] + "\"}";

        await stream.Peer.SendAsync(message, message.Insert(30, "x"));

        (await stream.MessagesAsync(1))[0].Should().BeOfType<UnknownMediaStreamMessage>().Which.RawJson.Length.Should().Be(5000);
        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "a message of more than 5000 bytes came"));
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1009);
    }
}

using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using CallControl.Media;

namespace CallControl.Testing.Tests.SignalWire;

/// <summary>Streams as the application's bare WebSocket sees them.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_Always_IsConnectedThenStartThenMedia(bool asText)
    {
        await using var world = await World.StartAsync(asText);
        var caller = await world.SignalWire.AnsweredCallAsync();
        var session = await world.OpenAsync(
            caller, "\"track\":\"both_tracks\",\"authorization_bearer_token\":\"t0ken\",\"custom_parameters\":{\"room\":\"1+1\"}");

        caller.Audio.Play([.. Enumerable.Repeat((short)1000, 160)]);
        world.SignalWire.Advance(40);
        var messages = await session.TakeAsync(6);

        var (one, sid) = (asText ? "\"1\"" : "1", messages[1].GetProperty("start").GetProperty("streamSid").GetString());
        session.Authorization.Should().Be("Bearer t0ken");
        messages[0].GetRawText().Should().Be("""{"event":"connected","protocol":"Call","version":"0.2.0"}""");
        messages[1].GetRawText().Should().Be(
            $$$"""
            {"event":"start","sequenceNumber":{{{one}}},"start":{"streamSid":"{{{sid}}}","accountSid":"{{{world.SignalWire.Options.ProjectId}}}",
            "callSid":"{{{caller.SessionId}}}","tracks":["inbound","outbound"],"customParameters":{"room":"1+1"},
            "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":{{{(asText ? "\"8000\"" : "8000")}}},"channels":{{{one}}}
            }}
            }
            """.ReplaceLineEndings(""));
        Guid.TryParse(sid, out _).Should().BeTrue();
        messages[2].GetRawText().Should().Be(
            $$$"""
            {"event":"media","sequenceNumber":{{{(asText ? "\"2\"" : "2")}}},"media":{"track":"inbound","chunk":{{{one}}},
            "timestamp":{{{(asText ? "\"0\"" : "0")}}},"payload":"{{{Convert.ToBase64String([.. Enumerable.Repeat(G711.EncodeMulaw(1000), 160)])}}}"}}
            """.ReplaceLineEndings(""));
        messages.Skip(2).Select(message => (Part(message, "track"), Part(message, "chunk"), Part(message, "timestamp"))).Should()
            .Equal(("inbound", "1", "0"), ("outbound", "1", "0"), ("inbound", "2", "20"), ("outbound", "2", "20"));
    }

    [Fact]
    public async Task Stream_Stopped_SaysSoAndClosesTheSocket()
    {
        await using var world = await World.StartAsync();
        var caller = await world.SignalWire.AnsweredCallAsync();
        var idle = world.SignalWire.Clock.PendingTimers;
        var session = await world.OpenAsync(caller);
        await session.TakeAsync(2);

        await caller.PressAsync("5", Token);
        await world.SignalWire.DoAsync(caller.SessionId, "calling.stream.stop", """{"control_id":"s"}""");

        (await session.RestAsync()).Select(message => message.GetRawText()).Should().Equal(
            """{"event":"dtmf","dtmf":{"digit":"5","duration":100}}""", """{"event":"stop","sequenceNumber":2}""");
        session.CloseStatus.Should().Be(WebSocketCloseStatus.NormalClosure);
        (await world.SignalWire.StatesAsync()).Should().Equal("streaming", "finished");
        world.SignalWire.Clock.PendingTimers.Should().Be(idle, "the audio clock stops with the stream");
    }

    [Fact]
    public async Task Stream_OneWay_PassesOverWhatTheApplicationSends()
    {
        await using var world = await World.StartAsync();
        var caller = await world.SignalWire.AnsweredCallAsync();
        var session = await world.OpenAsync(caller);
        await session.TakeAsync(2);

        await session.SendAsync("""{"event":"mark","mark":{"name":"a"}}""");
        world.SignalWire.Advance(20);

        await session.NextAsync("media");
        await session.CloseAsync();
        (await session.RestAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("PCMU@8000h", 8000, "audio/x-mulaw", 160)]
    [InlineData("L16@16000h", 16_000, "audio/x-L16", 640)]
    [InlineData("L16@24000h", 24_000, "audio/x-L16", 960)]
    public async Task Codec_AskedFor_IsThatOfTheMedia(string codec, int rate, string encoding, int bytes)
    {
        await using var world = await World.StartAsync();
        var caller = await world.SignalWire.AnsweredCallAsync();
        var session = await world.OpenAsync(caller, $"\"codec\":\"{codec}\"");
        caller.Audio.Play([.. Enumerable.Repeat((short)1000, 160)]);
        world.SignalWire.Advance(20);

        var messages = await session.TakeAsync(3);

        messages[1].GetProperty("start").GetProperty("mediaFormat").GetRawText().Should()
            .Be($$"""{"encoding":"{{encoding}}","sampleRate":{{rate}},"channels":1}""");
        var payload = Payload(messages[2]);
        payload.Should().HaveCount(bytes);
        if (rate > 8000)
            payload.Chunk(2).Select(pair => BinaryPrimitives.ReadInt16LittleEndian(pair)).Should().AllBeEquivalentTo((short)1000);
    }

    [Theory]
    [InlineData("PCMA")]
    [InlineData("G722")]
    [InlineData("L16@8000h")]
    [InlineData("PCMU@x")]
    public async Task Codec_NotTaken_FinishesTheStream(string codec)
    {
        await using var world = await World.StartAsync();
        var caller = await world.SignalWire.AnsweredCallAsync();

        await world.StartStreamAsync(caller, $"\"codec\":\"{codec}\"");

        (await world.SignalWire.StatesAsync()).Should().Equal("finished");
        world.SignalWire.Emulator.ScriptErrors.Single().Message.Should().Contain("codec_error").And.Contain(codec);
    }

    [Fact]
    public async Task Socket_Refused_FinishesTheStream()
    {
        await using var world = await World.StartAsync();
        world.Server.Refusal = 403;
        var caller = await world.SignalWire.AnsweredCallAsync();

        await world.StartStreamAsync(caller);

        (await world.SignalWire.StatesAsync()).Should().Equal("finished");
        (await world.SignalWire.CommandAsync(caller.SessionId, "calling.stream.stop", """{"control_id":"s"}""")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Connect_ToAStream_HearsWhatTheApplicationSends()
    {
        await using var world = await World.StartAsync();
        var caller = await world.ConnectAsync();
        var session = await world.Server.AcceptAsync();
        var sid = (await session.TakeAsync(2))[1].GetProperty("start").GetProperty("streamSid").GetString()!;
        await using var ear = caller.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);

        await session.SendAsync(MediaOf("another", 0x00));
        await session.SendAsync(MediaOf(sid, 0x80));
        await session.SendAsync("""{"event":"mark","mark":{"name":"heard"}}""");
        await session.SendAsync("""{"event":"mark","mark":{"name":"again"}}""");
        await session.SendAsync("""{"event":"dtmf","dtmf":{"digit":"12"}}""");
        await SyncAsync(session, caller);
        world.SignalWire.Advance(40);

        var order = (await session.TakeAsync(4)).Select(message => message.GetRawText()).ToArray();
        order[0].Should().StartWith("""{"event":"mark","mark":{"name":"heard"}}""");
        order[1].Should().Be("""{"event":"mark","mark":{"name":"again"}}""");
        order[2..].Should().OnlyContain(text => text.Contains("\"media\""));
        await ear.MoveNextAsync();
        ear.Current.Should().AllBeEquivalentTo(G711.DecodeMulaw(0x80)).And.HaveCount(160);
        await ear.MoveNextAsync();
        ear.Current.Should().OnlyContain(sample => sample == 0);
        caller.HeardDigits.Should().Be("12");
    }

    [Fact]
    public async Task Connect_Clear_BringsTheMarksBackAtOnce()
    {
        await using var world = await World.StartAsync();
        var caller = await world.ConnectAsync();
        var session = await world.Server.AcceptAsync();
        var sid = (await session.TakeAsync(2))[1].GetProperty("start").GetProperty("streamSid").GetString()!;

        await session.SendAsync(MediaOf(sid, 0x80));
        await session.SendAsync("""{"event":"mark","mark":{"name":"a"}}""");
        await session.SendAsync("""{"event":"clear"}""");

        (await session.NextAsync("mark")).GetProperty("mark").GetProperty("name").GetString().Should().Be("a");
        await caller.PressAsync("9", Token);
        (await session.NextAsync()).GetRawText().Should().Be(
            $$$"""{"event":"dtmf","streamSid":"{{{sid}}}","dtmf":{"digit":"9","duration":100}}""");
    }

    [Theory]
    [InlineData("PCMA@40i", "audio/x-alaw", 320)]
    [InlineData("PCMU@10i", "audio/x-mulaw", 80)]
    public async Task Connect_PieceLength_IsThatOfEachMessage(string codec, string encoding, int bytes)
    {
        await using var world = await World.StartAsync();
        await world.ConnectAsync($",\"codec\":\"{codec}\"");
        var session = await world.Server.AcceptAsync();

        world.SignalWire.Advance(80);

        var messages = await session.TakeAsync(2 + 640 / bytes);
        messages[1].GetProperty("start").GetProperty("mediaFormat").GetProperty("encoding").GetString().Should().Be(encoding);
        messages.Skip(2).Should().OnlyContain(message => Payload(message).Length == bytes);
        messages.Skip(2).Select(message => Part(message, "timestamp")).Should()
            .Equal(Enumerable.Range(0, 640 / bytes).Select(i => $"{i * bytes / 8}"));
    }

    [Theory]
    [InlineData(false, "connected")]
    [InlineData(true, "failed")]
    public async Task Connect_StreamIsOver_GoesOnWithTheDocument(bool isRefused, string expected)
    {
        await using var world = await World.StartAsync();
        world.Server.Refusal = isRefused ? 500 : null;

        var caller = await world.ConnectAsync();
        if (!isRefused)
            await (await world.Server.AcceptAsync()).CloseAsync();

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be(expected == "failed" ? "busy" : "hangup");
    }

    private static string Part(JsonElement message, string name) => message.GetProperty("media").GetProperty(name).ToString();

    private static byte[] Payload(JsonElement message) => Convert.FromBase64String(Part(message, "payload"));

    private static string MediaOf(string sid, byte code) =>
        $$$"""{"event":"media","streamSid":"{{{sid}}}","media":{"payload":"{{{Convert.ToBase64String([.. Enumerable.Repeat(code, 160)])}}}"}}""";

    /// <summary>Waits until the emulator has taken the two keys that were sent before.</summary>
    private static async Task SyncAsync(MediaSession session, EmulatedCaller caller)
    {
        while (caller.HeardDigits.Length < 2)
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await caller.PressAsync("0", Token);
        await session.NextAsync("dtmf");
    }

    private sealed class World(SignalWireHarness signalWire, MediaServer server) : IAsyncDisposable
    {
        public SignalWireHarness SignalWire => signalWire;

        public MediaServer Server => server;

        public static async Task<World> StartAsync(bool asText = false)
        {
            var server = await MediaServer.StartAsync();
            return new World(
                await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
                {
                    TimeProvider = new ManualTimeProvider(), MediaAddressOf = _ => server.Url, SendsStreamNumbersAsText = asText,
                }),
                server);
        }

        public async Task StartStreamAsync(EmulatedCaller caller, string more = "")
        {
            await signalWire.DoAsync(
                caller.SessionId,
                "calling.stream",
                $$"""{"control_id":"s","url":"wss://media.example.com/in","status_url":"STATUS"{{(more.Length > 0 ? "," : "")}}{{more}}}""");
            await signalWire.Emulator.WaitForIdleAsync(Token);
        }

        public async Task<MediaSession> OpenAsync(EmulatedCaller caller, string more = "")
        {
            await StartStreamAsync(caller, more);
            return await server.AcceptAsync();
        }

        /// <summary>A call that is connected to a stream, and hung up with "busy" when that cannot be.</summary>
        public Task<EmulatedCaller> ConnectAsync(string more = "") => signalWire.PlaceCallAsync(
            $$$"""
            [{"answer":{}},{"connect":{"to":"stream:wss://bot.example.com/ws"{{{more}}}}},
             {"cond":[{"when":"connect_result == 'failed'","then":[{"hangup":{"reason":"busy"}}]},{"else":[{"hangup":{}}]}]}]
            """);

        public async ValueTask DisposeAsync()
        {
            await signalWire.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}

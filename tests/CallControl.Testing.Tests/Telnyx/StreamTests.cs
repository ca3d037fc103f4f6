using System.Buffers.Binary;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using CallControl.Media;

namespace CallControl.Testing.Tests.Telnyx;

/// <summary>Streams as the application's bare WebSocket sees them.</summary>
public sealed class StreamTests
{
    private const string Rtp = "\"stream_bidirectional_mode\":\"rtp\",\"stream_bidirectional_target_legs\":\"self\"";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Start_Always_IsConnectedThenStartWithEveryMember()
    {
        await using var world = await World.StartAsync();
        await world.Telnyx.DoAsync(world.Caller.SessionId, "client_state_update", """{"client_state":"c3RhdGU="}""");

        var session = await world.OpenAsync(
            "\"stream_auth_token\":\"t0ken\",\"custom_parameters\":[{\"name\":\"room\",\"value\":\"1+1\"}]");

        session.Authorization.Should().Be("Bearer t0ken");
        var connected = await session.NextAsync();
        connected.GetRawText().Should().Be("""{"event":"connected","version":"1.0.0"}""");
        var start = await session.NextAsync();
        var webhook = await world.Telnyx.SingleAsync("call.answered");
        var (id, user) = (start.GetProperty("stream_id").GetString(), start.GetProperty("start").GetProperty("user_id").GetString());
        Guid.TryParse(id, out _).Should().BeTrue();
        Guid.TryParse(user, out _).Should().BeTrue();
        start.GetRawText().Should().Be(
            $$$"""
            {"event":"start","sequence_number":"1","stream_id":"{{{id}}}","start":{"user_id":"{{{user}}}","call_control_id":"{{{world.Caller.SessionId}}}",
            "call_session_id":"{{{webhook.Text("call_session_id")}}}","from":"+15550100001","to":"+15550100002","tags":[],"client_state":"c3RhdGU=",
            "media_format":{"encoding":"PCMU","sample_rate":8000,"channels":1},"custom_parameters":[{"name":"room","value":"1+1"}]}}
            """.ReplaceLineEndings(""));
        (await world.Telnyx.SingleAsync("streaming.started")).Text("stream_url").Should().Be(world.Server.Url.OriginalString);
    }

    [Fact]
    public async Task Media_BothTracks_ComeEachTwentyMillisecondsWithNumbersOfTheirOwn()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync("\"stream_track\":\"both_tracks\"");
        var start = (await session.TakeAsync(2))[1];

        world.Caller.Audio.Play(Ramp(160));
        world.Telnyx.Advance(19);
        world.Telnyx.Advance(1);
        world.Telnyx.Advance(20);

        var media = await session.TakeAsync(4);
        media.Select(message => message.GetProperty("sequence_number").GetString()).Should().Equal("2", "3", "4", "5");
        media.Should().OnlyContain(message => message.GetProperty("stream_id").GetString() == start.GetProperty("stream_id").GetString());
        media.Select(Track).Should().Equal("inbound", "outbound", "inbound", "outbound");
        media.Select(message => Part(message, "chunk")).Should().Equal("1", "1", "2", "2");
        media.Select(message => Part(message, "timestamp")).Should().Equal("0", "0", "20", "20");
        Payload(media[0]).Should().Equal(Ramp(160).Select(G711.EncodeMulaw));
        Payload(media[1]).Should().HaveCount(160).And.OnlyContain(code => code == 0xFF);
        Payload(media[2]).Should().HaveCount(160).And.OnlyContain(code => code == 0xFF);
    }

    [Theory]
    [InlineData("inbound_track", "inbound")]
    [InlineData("outbound_track", "outbound")]
    public async Task Media_OneTrack_IsTheOneAskedFor(string track, string expected)
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync($"\"stream_track\":\"{track}\"");
        await session.TakeAsync(2);

        world.Telnyx.Advance(60);

        var media = await session.TakeAsync(3);
        media.Select(Track).Should().AllBe(expected);
        media.Select(message => Part(message, "chunk")).Should().Equal("1", "2", "3");
    }

    [Fact]
    public async Task Media_ClockJumps_MakesUpEveryFrame()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync();
        await session.TakeAsync(2);

        world.Telnyx.Advance(10_000);

        (await session.TakeAsync(500)).Select(message => Part(message, "chunk")).Should()
            .Equal(Enumerable.Range(1, 500).Select(number => $"{number}"));
        world.Telnyx.Advance(20);
        Part(await session.NextAsync("media"), "chunk").Should().Be("501");
    }

    [Fact]
    public async Task Playback_WhileItRuns_IsAToneOfFourHundredHertzOutbound()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync("\"stream_track\":\"outbound_track\",\"stream_codec\":\"PCMA\"");
        await session.TakeAsync(2);

        await world.Telnyx.DoAsync(world.Caller.SessionId, "playback_start", $$"""{"audio_url":"{{TelnyxHarness.File}}"}""");
        world.Telnyx.Advance(240);

        var frames = (await session.TakeAsync(12)).Select(message => Payload(message).Select(G711.DecodeAlaw).ToArray()).ToArray();
        frames[10..].Should().OnlyContain(frame => frame.All(sample => Math.Abs((int)sample) <= 8));
        foreach (var frame in frames[..10])
        {
            ((int)frame.Max()).Should().BeInRange(7500, 8500);
            frame.Zip(frame.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0).Should().BeInRange(7, 8, "20 ms hold 8 periods");
        }
    }

    [Theory]
    [InlineData("PCMU", false, 160)]
    [InlineData("PCMA", false, 160)]
    [InlineData("L16", false, 640)]
    [InlineData("L16", true, 640)]
    public async Task Codec_AskedFor_IsThatOfTheMedia(string codec, bool bigEndian, int bytes)
    {
        await using var world = await World.StartAsync(new TelnyxEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), L16IsBigEndian = bigEndian,
        });
        var session = await world.OpenAsync($"\"stream_codec\":\"{codec}\"");
        var format = (await session.TakeAsync(2))[1].GetProperty("start").GetProperty("media_format");
        format.GetRawText().Should().Be(
            $$"""{"encoding":"{{codec}}","sample_rate":{{(codec == "L16" ? 16_000 : 8000)}},"channels":1}""");

        world.Caller.Audio.Play(Ramp(160));
        world.Telnyx.Advance(20);

        var payload = Payload(await session.NextAsync("media"));
        payload.Should().HaveCount(bytes);
        var heard = codec switch
        {
            "PCMU" => payload.Select(G711.DecodeMulaw),
            "PCMA" => payload.Select(G711.DecodeAlaw),
            _ => payload.Chunk(2).Select(pair => bigEndian ? BinaryPrimitives.ReadInt16BigEndian(pair) : BinaryPrimitives.ReadInt16LittleEndian(pair)),
        };
        if (codec is "L16")
            heard.Should().Equal(Ramp(160).SelectMany(sample => new[] { sample, sample }));
        else
            heard.Zip(Ramp(160)).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= 16 + Math.Abs(pair.Second) / 16);
    }

    [Fact]
    public async Task Codec_NotAskedFor_IsThatOfTheCall()
    {
        await using var world = await World.StartAsync(new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), CallCodec = "PCMA" });
        var session = await world.OpenAsync();

        (await session.TakeAsync(2))[1].GetProperty("start").GetProperty("media_format").GetProperty("encoding").GetString().Should().Be("PCMA");
        world.Telnyx.Advance(20);

        Payload(await session.NextAsync("media")).Should().OnlyContain(code => code == 0xD5);
        (await world.Telnyx.SingleAsync("call.answered")).Text("codec").Should().Be("PCMA");
    }

    [Theory]
    [InlineData("\"stream_codec\":\"OPUS\"", "OPUS")]
    [InlineData("\"stream_codec\":\"G722\"", "G722")]
    [InlineData("\"stream_bidirectional_mode\":\"rtp\",\"stream_bidirectional_codec\":\"AMR-WB\"", "AMR-WB")]
    public async Task Codec_WithoutCode_FailsTheStream(string more, string named)
    {
        await using var world = await World.StartAsync();

        await world.StartStreamAsync(more);

        (await world.Telnyx.SingleAsync("streaming.failed")).Text("failure_reason").Should().Contain(named);
        (await world.Telnyx.CommandAsync(world.Caller.SessionId, "streaming_stop")).Code.Should().Be("90048");
    }

    [Theory]
    [InlineData("self", true, false)]
    [InlineData("opposite", false, true)]
    [InlineData("both", true, true)]
    [InlineData(null, false, true)]
    public async Task Target_OfTwoLegs_IsWhoHearsTheApplication(string? target, bool self, bool opposite)
    {
        await using var world = await World.StartAsync();
        var callee = await world.BridgeAsync();
        var session = await world.OpenAsync(
            "\"stream_bidirectional_mode\":\"rtp\"" + (target is null ? "" : $",\"stream_bidirectional_target_legs\":\"{target}\""));
        await session.TakeAsync(2);
        await using var ear = world.Caller.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);
        await using var far = callee.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);

        await session.SendAsync(MediaOf(Enumerable.Repeat((byte)0x00, 160)));
        await SyncAsync(session);
        world.Telnyx.Advance(60);

        (await LoudestAsync(ear, 3)).Should().Be(self ? 32124 : 0);
        (await LoudestAsync(far, 3)).Should().Be(opposite ? 32124 : 0);
    }

    [Fact]
    public async Task Target_DefaultOnOneLeg_IsHeardByNobody()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync("\"stream_bidirectional_mode\":\"rtp\"");
        await session.TakeAsync(2);
        await using var ear = world.Caller.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);

        await session.SendAsync(MediaOf(Enumerable.Repeat((byte)0x00, 160)));
        await SyncAsync(session);
        world.Telnyx.Advance(60);

        (await LoudestAsync(ear, 3)).Should().Be(0);
    }

    [Theory]
    [InlineData("PCMA", 8000, 160)]
    [InlineData("L16", 8000, 320)]
    [InlineData("L16", 16_000, 640)]
    [InlineData("L16", 24_000, 960)]
    [InlineData("L16", 48_000, 1920)]
    public async Task Media_FromTheApplication_IsDecodedAtItsRate(string codec, int rate, int bytes)
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync(
            $"{Rtp},\"stream_bidirectional_codec\":\"{codec}\",\"stream_bidirectional_sampling_rate\":{rate}");
        await session.TakeAsync(2);
        await using var ear = world.Caller.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);
        var payload = new byte[bytes];
        for (var i = 0; i < bytes; i += 2)
            BinaryPrimitives.WriteInt16LittleEndian(payload.AsSpan(i), 1234);
        if (codec is "PCMA")
            Array.Fill(payload, G711.EncodeAlaw(1234));

        await session.SendAsync(MediaOf(payload));
        await SyncAsync(session);
        world.Telnyx.Advance(40);

        await ear.MoveNextAsync();
        ear.Current.Should().HaveCount(160).And.AllBeEquivalentTo(codec is "PCMA" ? G711.DecodeAlaw(payload[0]) : (short)1234);
        await ear.MoveNextAsync();
        ear.Current.Should().HaveCount(160).And.OnlyContain(sample => sample == 0);
    }

    [Fact]
    public async Task Mark_BehindAudio_ComesBackWhenThatWasPlayed()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync($"{Rtp},\"stream_track\":\"inbound_track\"");
        var id = (await session.TakeAsync(2))[1].GetProperty("stream_id").GetString();

        await session.SendAsync(Mark("at once"));
        (await session.NextAsync()).GetRawText().Should().Be(
            $$$"""{"event":"mark","sequence_number":"2","stream_id":"{{{id}}}","mark":{"name":"at once"}}""");
        await session.SendAsync(MediaOf(new byte[160]));
        await session.SendAsync(MediaOf(new byte[80]));
        await session.SendAsync(Mark("after"));
        await SyncAsync(session);
        world.Telnyx.Advance(20);
        world.Telnyx.Advance(20);

        await session.NextAsync("media");
        (await session.NextAsync("mark")).GetProperty("mark").GetProperty("name").GetString().Should().Be("after");
        await session.NextAsync("media");
    }

    [Fact]
    public async Task Clear_InTheMiddle_SilencesAndBringsEveryMarkBack()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync(Rtp);
        await session.TakeAsync(2);
        await using var ear = world.Caller.Audio.ListenAsync(Token).GetAsyncEnumerator(Token);
        await session.SendAsync(MediaOf(new byte[80_000]));
        await session.SendAsync(Mark("a"));
        await session.SendAsync(MediaOf(new byte[160]));
        await session.SendAsync(Mark("b"));
        await SyncAsync(session);
        world.Telnyx.Advance(20);
        await session.NextAsync("media");

        await session.SendAsync("""{"event":"clear"}""");
        var marks = await session.TakeAsync(2);
        world.Telnyx.Advance(20);

        marks.Select(mark => mark.GetProperty("mark").GetProperty("name").GetString()).Should().Equal("a", "b");
        (await LoudestAsync(ear, 1)).Should().Be(32124);
        (await LoudestAsync(ear, 1)).Should().Be(0);
    }

    [Fact]
    public async Task File_OneASecond_IsPlayedAndMoreAreRefused()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync("\"stream_track\":\"outbound_track\"");
        await session.TakeAsync(2);

        await session.SendAsync(MediaOf(new byte[100]));
        await session.SendAsync(Mark("played"));
        await session.SendAsync(MediaOf(new byte[100]));
        var refused = await session.NextAsync("error");
        world.Telnyx.Advance(200);

        refused.GetProperty("payload").GetProperty("code").GetInt32().Should().Be(100005);
        refused.GetProperty("payload").GetProperty("title").GetString().Should().Be("rate_limit_reached");
        (await session.TakeAsync(11)).Select(message => message.GetProperty("event").GetString()).Should()
            .Equal([.. Enumerable.Repeat("media", 9), "mark", "media"], "a file lasts 200 ms");
        world.Telnyx.Advance(800);
        await session.TakeAsync(40);
        await session.SendAsync(MediaOf(new byte[100]));
        await SyncAsync(session);
    }

    [Theory]
    [InlineData("{", 100003, "malformed_frame")]
    [InlineData("[]", 100003, "malformed_frame")]
    [InlineData("{}", 100003, "malformed_frame")]
    [InlineData("{\"event\":\"media\"}", 100003, "malformed_frame")]
    [InlineData("{\"event\":\"mark\",\"mark\":{\"name\":7}}", 100003, "malformed_frame")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"***\"}}", 100004, "invalid_media")]
    [InlineData("{\"event\":\"media\",\"media\":{\"payload\":\"\"}}", 100004, "invalid_media")]
    public async Task Error_BadMessage_IsToldInEitherShape(string message, int code, string title)
    {
        foreach (var isOld in (bool[])[false, true])
        {
            await using var world = await World.StartAsync(new TelnyxEmulatorOptions
            {
                TimeProvider = new ManualTimeProvider(), SendsOldStreamErrors = isOld,
            });
            var session = await world.OpenAsync(Rtp);
            var id = (await session.TakeAsync(2))[1].GetProperty("stream_id").GetString();

            await session.SendAsync(message);
            var error = await session.NextAsync("error");

            error.GetProperty("stream_id").GetString().Should().Be(id);
            var part = error.GetProperty(isOld ? "error" : "payload");
            part.GetProperty("title").GetString().Should().Be(title);
            part.GetProperty("detail").GetString().Should().NotBeEmpty();
            if (isOld)
            {
                error.GetProperty("sequence_number").GetString().Should().Be("2");
                part.GetProperty("code").GetString().Should().Be($"{code}");
            }
            else
            {
                error.TryGetProperty("sequence_number", out _).Should().BeFalse();
                part.GetProperty("code").GetInt32().Should().Be(code);
            }
        }
    }

    [Fact]
    public async Task Media_ShortAndLong_AreTakenAndRefused()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync(Rtp);
        await session.TakeAsync(2);

        await session.SendAsync(MediaOf(new byte[40]));
        await session.SendAsync(MediaOf(new byte[240_000]));
        await SyncAsync(session);
        await session.SendAsync(MediaOf(new byte[240_001]));

        (await session.NextAsync("error")).GetProperty("payload").GetProperty("code").GetInt32().Should().Be(100004);
    }

    [Fact]
    public async Task Message_UnknownOrBinary_IsPassedOverOrRefused()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync(Rtp);
        await session.TakeAsync(2);

        await session.SendAsync("""{"event":"applause"}""");
        await session.SendBytesAsync([1, 2, 3]);

        (await session.NextAsync("error")).GetProperty("payload").GetProperty("code").GetInt32().Should().Be(100003);
    }

    [Fact]
    public async Task Press_Always_IsADtmfMessage()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync();
        var id = (await session.TakeAsync(2))[1].GetProperty("stream_id").GetString();
        world.Telnyx.Advance(10);

        await world.Caller.PressAsync("#", Token);

        (await session.NextAsync()).GetRawText().Should().Be(
            $$$"""{"event":"dtmf","sequence_number":"2","stream_id":"{{{id}}}","occurred_at":"2026-01-01T00:00:00.010000Z","dtmf":{"digit":"#"}}""");
    }

    [Theory]
    [InlineData("streaming_stop")]
    [InlineData("hangup")]
    [InlineData("fork_start")]
    public async Task Stop_HoweverItCame_IsToldThenTheSocketIsClosed(string command)
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync();
        var start = (await session.TakeAsync(2))[1];

        await world.Telnyx.DoAsync(
            world.Caller.SessionId, command, command is "fork_start" ? """{"rx":"udp:192.0.2.1:4000","tx":"udp:192.0.2.1:4002"}""" : "{}");

        var last = (await session.RestAsync()).Should().ContainSingle().Which;
        last.GetRawText().Should().Be(
            $$$"""
            {"event":"stop","sequence_number":"2","stream_id":"{{{start.GetProperty("stream_id").GetString()}}}","stop":{"user_id":
            "{{{start.GetProperty("start").GetProperty("user_id").GetString()}}}","call_control_id":"{{{world.Caller.SessionId}}}"}}
            """.ReplaceLineEndings(""));
        session.WasClosed.Should().BeTrue();
        session.CloseStatus.Should().Be(WebSocketCloseStatus.NormalClosure);
        (await world.Telnyx.SingleAsync("streaming.stopped")).Text("stream_url").Should().Be(world.Server.Url.OriginalString);
        world.Telnyx.Clock.PendingTimers.Should().Be(command is "fork_start" ? 1 : 0, "the audio clock runs for a stream or a fork only");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Socket_ApplicationGoesAway_StopsTheStream(bool politely)
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync();
        var stopped = world.WhenToldAsync("streaming.stopped");

        if (politely)
            await session.CloseAsync();
        else
            session.Abort();

        await stopped;
        (await world.Telnyx.CommandAsync(world.Caller.SessionId, "streaming_stop")).Code.Should().Be("90048");
        await world.OpenAsync();
    }

    [Fact]
    public async Task Socket_MessageTooBig_StopsTheStream()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync(Rtp);
        await session.TakeAsync(2);
        var stopped = world.WhenToldAsync("streaming.stopped");

        var sending = session.SendAsync(new string(' ', 17 << 20));

        await stopped;
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        (await session.RestAsync()).Should().BeEmpty();
        session.CloseStatus.Should().Be(WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task Socket_ApplicationReadsNothing_StopsTheStream()
    {
        await using var world = await World.StartAsync();
        world.Server.IsReading = false;
        await world.OpenAsync("\"stream_track\":\"both_tracks\"");
        var stopped = world.WhenToldAsync("streaming.stopped");

        world.Telnyx.Advance(2_000_000);

        await stopped;
        world.Telnyx.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Socket_HandshakeRefused_FailsTheStream()
    {
        await using var world = await World.StartAsync();
        world.Server.Refusal = 401;

        await world.StartStreamAsync("\"stream_track\":\"both_tracks\"");

        var failed = await world.Telnyx.SingleAsync("streaming.failed");
        failed.Text("failure_reason").Should().Contain("401");
        Guid.TryParse(failed.Text("stream_id"), out _).Should().BeTrue();
        failed.Payload.GetProperty("stream_params").GetProperty("track").GetString().Should().Be("both_tracks");
        (await world.Telnyx.EventsAsync()).Should().NotContain("streaming.started");
        world.Server.Refusal = null;
        await world.OpenAsync();
    }

    [Fact]
    public async Task Socket_NobodyListens_FailsTheStream()
    {
        await using var world = await World.StartAsync();
        await world.Server.DisposeAsync();

        await world.StartStreamAsync();

        (await world.Telnyx.SingleAsync("streaming.failed")).Text("failure_reason").Should().Be("connection refused");
    }

    [Fact]
    public async Task Start_WhileOneRuns_IsRefused()
    {
        await using var world = await World.StartAsync();
        await world.OpenAsync();

        (await world.Telnyx.CommandAsync(world.Caller.SessionId, "streaming_start", $$"""{"stream_url":"{{world.Server.Url}}"}"""))
            .Code.Should().Be("90045");
    }

    [Fact]
    public async Task Answer_WithStreamUrl_OpensTheStream()
    {
        await using var world = await World.StartAsync();
        var caller = await world.Telnyx.PlaceCallAsync();

        await world.Telnyx.DoAsync(caller.SessionId, "answer", $$"""{"stream_url":"{{world.Server.Url}}","stream_track":"outbound_track"}""");

        var session = await world.Server.AcceptAsync();
        (await session.TakeAsync(2))[1].GetProperty("start").GetProperty("call_control_id").GetString().Should().Be(caller.SessionId);
        (await world.Telnyx.EventsAsync(caller.SessionId)).Should().Equal("call.initiated", "call.answered", "streaming.started");
    }

    [Fact]
    public async Task MediaAddressOf_Given_SaysWhereTheSocketIsOpened()
    {
        Uri? real = null;
        await using var world = await World.StartAsync(new TelnyxEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), MediaAddressOf = asked => asked.Host == "media.example.com" ? real : null,
        });
        real = world.Server.Url;

        await world.Telnyx.DoAsync(world.Caller.SessionId, "streaming_start", """{"stream_url":"wss://media.example.com/in"}""");

        await (await world.Server.AcceptAsync()).NextAsync("connected");
        (await world.Telnyx.SingleAsync("streaming.started")).Text("stream_url").Should().Be("wss://media.example.com/in");
    }

    [Fact]
    public async Task MediaFaults_ReorderWithin_SwapsMediaButKeepsTheirNumbers()
    {
        await using var world = await World.StartAsync();
        var session = await world.OpenAsync();
        await session.TakeAsync(2);
        world.Telnyx.Emulator.MediaFaults.ReorderWithin = 3;

        world.Telnyx.Advance(400);
        await world.Telnyx.DoAsync(world.Caller.SessionId, "streaming_stop");

        var chunks = (await session.RestAsync()).SkipLast(1).Select(message => int.Parse(Part(message, "chunk"), CultureInfo.InvariantCulture)).ToArray();
        chunks.Should().NotBeInAscendingOrder().And.BeEquivalentTo(Enumerable.Range(1, 20));
        chunks.Select((chunk, place) => Math.Abs(chunk - 1 - place)).Should().OnlyContain(moved => moved <= 3);
    }

    [Fact]
    public async Task Dispose_StreamOpen_EndsTheSocket()
    {
        var world = await World.StartAsync();
        var session = await world.OpenAsync();

        await world.Telnyx.Emulator.DisposeAsync();

        (await session.RestAsync()).Select(message => message.GetProperty("event").GetString()).Should().EndWith("stop");
        await world.DisposeAsync();
    }

    private static string Track(JsonElement message) => Part(message, "track");

    private static string Part(JsonElement message, string name) => message.GetProperty("media").GetProperty(name).GetString()!;

    private static byte[] Payload(JsonElement message) => Convert.FromBase64String(Part(message, "payload"));

    private static string MediaOf(IEnumerable<byte> payload) =>
        $$$"""{"event":"media","media":{"payload":"{{{Convert.ToBase64String([.. payload])}}}"}}""";

    private static string Mark(string name) => $$$"""{"event":"mark","mark":{"name":"{{{name}}}"}}""";

    /// <summary>Waits until the emulator has taken all that was sent: what cannot be read comes back at once.</summary>
    private static async Task SyncAsync(MediaSession session)
    {
        await session.SendAsync("{");
        (await session.NextAsync("error")).GetProperty("payload").GetProperty("code").GetInt32().Should().Be(100003);
    }

    private static async Task<int> LoudestAsync(IAsyncEnumerator<short[]> ear, int frames)
    {
        var loudest = 0;
        for (var i = 0; i < frames; i++)
        {
            (await ear.MoveNextAsync()).Should().BeTrue();
            loudest = Math.Max(loudest, ear.Current.Max(sample => Math.Abs((int)sample)));
        }

        return loudest;
    }

    private static short[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (short)(i * 100 - 8000))];

    /// <summary>An answered call, and a server for its streams.</summary>
    private sealed class World(TelnyxHarness telnyx, MediaServer server, EmulatedCaller caller) : IAsyncDisposable
    {
        public TelnyxHarness Telnyx => telnyx;

        public MediaServer Server => server;

        public EmulatedCaller Caller => caller;

        public static async Task<World> StartAsync(TelnyxEmulatorOptions? options = null)
        {
            var telnyx = await TelnyxHarness.StartAsync(options);
            return new World(telnyx, await MediaServer.StartAsync(), await telnyx.AnsweredCallAsync());
        }

        public async Task StartStreamAsync(string more = "")
        {
            await telnyx.DoAsync(
                caller.SessionId, "streaming_start", $$"""{"stream_url":"{{server.Url}}"{{(more.Length > 0 ? "," : "")}}{{more}}}""");
            await telnyx.Emulator.WaitForIdleAsync(Token);
        }

        public async Task<MediaSession> OpenAsync(string more = "")
        {
            await StartStreamAsync(more);
            return await server.AcceptAsync();
        }

        /// <summary>Somebody whom the caller is bridged with.</summary>
        public async Task<EmulatedCallee> BridgeAsync()
        {
            var callee = await telnyx.DialAsync();
            await callee.AnswerAsync(Token);
            await telnyx.DoAsync(callee.SessionId, "bridge", $$"""{"call_control_id":"{{caller.SessionId}}"}""");
            return callee;
        }

        /// <summary>Completes when a webhook has been delivered that is raised from now on.</summary>
        public Task WhenToldAsync(string name)
        {
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            telnyx.Emulator.TrafficObserved += entry =>
            {
                if (entry.Name == name)
                    told.TrySetResult();
            };
            return told.Task.WaitAsync(Token);
        }

        public async ValueTask DisposeAsync()
        {
            await telnyx.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}

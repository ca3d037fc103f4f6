using CallControl.Contract.Tests.WireMock;
using static CallControl.Contract.Tests.SignalWire.SignalWireAdapterScope;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What the neutral verbs that play, record and send audio become: the bodies are written from the vendor's documentation.</summary>
public sealed class SignalWireAdapterMediaTests(WireMockServer server)
{
    private const string Status = SignalWireApplication.StatusUrl;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartPlaybackAsync_EveryKindOfSource_IsAnItemOfThePlay()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var play = await scope.TakeAsync("calling.play");

        var playback = await scope.Control.StartPlaybackAsync(
            scope.Call,
            new PlaybackRequest
            {
                Sources =
                [
                    MediaSource.Url("https://files.example.com/a.mp3"),
                    MediaSource.Speech("Hello", "en-GB", "polly.Amy"),
                    MediaSource.Silence(TimeSpan.FromSeconds(1.5)),
                    MediaSource.Ringtone("GB", TimeSpan.FromSeconds(6)),
                ],
                Repeat = 3,
            },
            Cancelled);

        scope.ShouldBe(
            await SentAsync(play),
            "calling.play",
            $$$"""
            {
              "control_id": "{{{playback.Id}}}",
              "play": [
                {"type": "audio", "params": {"url": "https://files.example.com/a.mp3"}},
                {"type": "tts", "params": {"text": "Hello", "language": "en-GB", "voice": "polly.Amy"}},
                {"type": "silence", "params": {"duration": 1.5}},
                {"type": "ringtone", "params": {"name": "gb", "duration": 6}}
              ],
              "loop": 3,
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Fact]
    public async Task StartPlaybackAsync_WithoutEnd_LoopsForEver()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var play = await scope.TakeAsync("calling.play");

        var playback = await scope.Control.StartPlaybackAsync(
            scope.Call, new PlaybackRequest { Sources = [MediaSource.Url("https://files.example.com/a.mp3")], Repeat = null }, Cancelled);

        scope.ShouldBe(
            await SentAsync(play),
            "calling.play",
            $$$"""
            {
              "control_id": "{{{playback.Id}}}",
              "play": [{"type": "audio", "params": {"url": "https://files.example.com/a.mp3"}}],
              "loop": 0,
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Fact]
    public async Task Playback_Steered_SendsItsControlId()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.play");
        var pause = await scope.TakeAsync("calling.play.pause");
        var resume = await scope.TakeAsync("calling.play.resume");
        var volume = await scope.TakeAsync("calling.play.volume");
        var stop = await scope.TakeAsync("calling.play.stop");
        var playback = await scope.Control.StartPlaybackAsync(scope.Call, Tune, Cancelled);

        await playback.PauseAsync(Cancelled);
        await playback.ResumeAsync(Cancelled);
        await playback.SetVolumeAsync(-6.5, Cancelled);
        await playback.StopAsync(Cancelled);

        var sameOne = $$"""{"control_id": "{{playback.Id}}"}""";
        scope.ShouldBe(await SentAsync(pause), "calling.play.pause", sameOne);
        scope.ShouldBe(await SentAsync(resume), "calling.play.resume", sameOne);
        scope.ShouldBe(await SentAsync(volume), "calling.play.volume", $$"""{"control_id": "{{playback.Id}}", "volume": -6.5}""");
        scope.ShouldBe(await SentAsync(stop), "calling.play.stop", sameOne);
    }

    [Fact]
    public async Task StartRecordingAsync_WithDefaults_OverrulesTheVendorsEndAtTheFirstPause()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var record = await scope.TakeAsync("calling.record");

        var recording = await scope.Control.StartRecordingAsync(scope.Call, new RecordingRequest(), Cancelled);

        scope.ShouldBe(
            await SentAsync(record),
            "calling.record",
            $$$"""
            {
              "control_id": "{{{recording.Id}}}",
              "record": {"audio": {"direction": "both", "initial_timeout": 0, "end_silence_timeout": 0, "terminators": ""}},
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Theory]
    [InlineData(AudioTrack.Inbound, "speak")]
    [InlineData(AudioTrack.Outbound, "listen")]
    public async Task StartRecordingAsync_WithAllOptions_SendsThemInTheVendorsWords(AudioTrack track, string direction)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var record = await scope.TakeAsync("calling.record");

        var recording = await scope.Control.StartRecordingAsync(
            scope.Call,
            new RecordingRequest
            {
                Format = AudioFormat.Wav,
                Track = track,
                Stereo = true,
                MaxDuration = TimeSpan.FromMinutes(2),
                EndSilence = TimeSpan.FromSeconds(2.5),
                Beep = true,
            },
            Cancelled);

        scope.ShouldBe(
            await SentAsync(record),
            "calling.record",
            $$$"""
            {
              "control_id": "{{{recording.Id}}}",
              "record": {"audio": {
                "beep": true, "format": "wav", "stereo": true, "direction": "{{{direction}}}",
                "initial_timeout": 0, "end_silence_timeout": 2.5, "max_length": 120, "terminators": ""
              }},
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Fact]
    public async Task Recording_Steered_SendsItsControlId()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.record");
        var pause = await scope.TakeAsync("calling.record.pause");
        var resume = await scope.TakeAsync("calling.record.resume");
        var stop = await scope.TakeAsync("calling.record.stop");
        var recording = await scope.Control.StartRecordingAsync(scope.Call, new RecordingRequest(), Cancelled);

        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);
        await recording.StopAsync(Cancelled);

        var sameOne = $$"""{"control_id": "{{recording.Id}}"}""";
        scope.ShouldBe(await SentAsync(pause), "calling.record.pause", sameOne);
        scope.ShouldBe(await SentAsync(resume), "calling.record.resume", sameOne);
        scope.ShouldBe(await SentAsync(stop), "calling.record.stop", sameOne);
    }

    [Theory]
    [InlineData(AudioTrack.Inbound, "inbound_track")]
    [InlineData(AudioTrack.Outbound, "outbound_track")]
    [InlineData(AudioTrack.Both, "both_tracks")]
    public async Task StartStreamAsync_OfATrack_NamesItInTheWordsOfStreams(AudioTrack track, string word)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var start = await scope.TakeAsync("calling.stream");
        var stop = await scope.TakeAsync("calling.stream.stop");

        var stream = await scope.Control.StartStreamAsync(
            scope.Call,
            new StreamRequest
            {
                Url = new Uri("wss://media.example.com/stream"),
                Track = track,
                Codec = AudioCodec.L16,
                SampleRateHz = 24_000,
                Parameters = new Dictionary<string, string> { ["token"] = "abc" },
            },
            Cancelled);
        await stream.StopAsync(Cancelled);

        scope.ShouldBe(
            await SentAsync(start),
            "calling.stream",
            $$"""
            {
              "control_id": "{{stream.Id}}",
              "url": "wss://media.example.com/stream",
              "track": "{{word}}",
              "codec": "L16@24000h",
              "custom_parameters": {"token": "abc"},
              "status_url": "{{Status}}"
            }
            """);
        scope.ShouldBe(await SentAsync(stop), "calling.stream.stop", $$"""{"control_id": "{{stream.Id}}"}""");
    }

    [Fact]
    public async Task StartForkAsync_BothDirectionsAsRtp_IsOneTap()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var tap = await scope.TakeAsync("calling.tap");
        var stop = await scope.TakeAsync("calling.tap.stop");

        var fork = await scope.Control.StartForkAsync(
            scope.Call,
            new ForkRequest { Target = new Uri("udp://203.0.113.5:5004"), Codec = AudioCodec.Pcmu, PacketTime = TimeSpan.FromMilliseconds(20) },
            Cancelled);
        await fork.StopAsync(Cancelled);

        scope.ShouldBe(
            await SentAsync(tap),
            "calling.tap",
            $$$"""
            {
              "control_id": "{{{fork.Id}}}",
              "tap": {"type": "audio", "params": {"direction": "both"}},
              "device": {"type": "rtp", "params": {"addr": "203.0.113.5", "port": 5004, "codec": "PCMU", "ptime": 20}},
              "status_url": "{{{Status}}}"
            }
            """);
        scope.ShouldBe(await SentAsync(stop), "calling.tap.stop", $$"""{"control_id": "{{fork.Id}}"}""");
    }

    [Fact]
    public async Task StartForkAsync_ToAWebSocket_IsATapOfThatKind()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var tap = await scope.TakeAsync("calling.tap");

        var fork = await scope.Control.StartForkAsync(scope.Call, new ForkRequest { Target = new Uri("wss://media.example.com/tap") }, Cancelled);

        scope.ShouldBe(
            await SentAsync(tap),
            "calling.tap",
            $$$"""
            {
              "control_id": "{{{fork.Id}}}",
              "tap": {"type": "audio", "params": {"direction": "both"}},
              "device": {"type": "ws", "params": {"uri": "wss://media.example.com/tap"}},
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Fact]
    public async Task StartForkAsync_ATargetForEachDirection_IsTwoTapsWithIdsOfTheirOwn()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var tap = await scope.TakeAsync("calling.tap");
        var stop = await scope.TakeAsync("calling.tap.stop");

        var fork = await scope.Control.StartForkAsync(
            scope.Call,
            new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.5:5006") },
            Cancelled);
        await fork.StopAsync(Cancelled);

        var sent = await tap.GetRequestsAsync(Cancelled);
        var ids = sent.Select(request => SignalWireRun.ControlIdOf(request)!.Value.Value).ToList();
        ids.Should().HaveCount(2).And.OnlyHaveUniqueItems().And.Contain(fork.Id.Value);
        foreach (var (direction, port) in new[] { ("speak", 5004), ("listen", 5006) })
        {
            var request = sent.Single(request => request.Body.Contains($"\"{direction}\"", StringComparison.Ordinal));
            scope.ShouldBe(
                request,
                "calling.tap",
                $$$"""
                {
                  "control_id": "{{{SignalWireRun.ControlIdOf(request)}}}",
                  "tap": {"type": "audio", "params": {"direction": "{{{direction}}}"}},
                  "device": {"type": "rtp", "params": {"addr": "203.0.113.5", "port": {{{port}}}}},
                  "status_url": "{{{Status}}}"
                }
                """);
        }

        (await stop.GetRequestsAsync(Cancelled)).Select(request => SignalWireRun.ControlIdOf(request)!.Value.Value).Should().BeEquivalentTo(ids);
    }

    private static PlaybackRequest Tune => new() { Sources = [MediaSource.Url("https://files.example.com/a.mp3")] };
}

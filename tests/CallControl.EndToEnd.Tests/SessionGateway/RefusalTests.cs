namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>What is refused before anything is sent, and what the gateway refuses.</summary>
public sealed class RefusalTests
{
    private static readonly CallId Session = new("acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479");
    private static readonly UrlSource Audio = MediaSource.Url("https://cdn.example.com/audio.wav");

    public static TheoryData<CallFeature> Refused =>
    [
        CallFeature.Dial, CallFeature.DtmfSend, CallFeature.Stream, CallFeature.Fork, CallFeature.Transfer, CallFeature.TransferRefer,
        CallFeature.PlaybackSpeech, CallFeature.PlaybackRingtone, CallFeature.PlaybackLibrary, CallFeature.PlaybackAudio,
        CallFeature.GatherSpeech, CallFeature.GatherWithoutPrompt, CallFeature.GatherValidDigits, CallFeature.GatherInterDigitTimeout,
        CallFeature.RecordingFormat, CallFeature.RecordingTrack, CallFeature.RecordingChannels, CallFeature.RecordingLimits, CallFeature.RecordingBeep,
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Request_ForWhatTheGatewayLacks_IsRefusedWithAnAlternativeAndSendsNothing(CallFeature feature)
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        var ask = () => AskAsync(world.Control, feature);

        var refusal = (await ask.Should().ThrowAsync<CapabilityNotSupportedException>()).Which;
        refusal.Feature.Should().Be(feature);
        refusal.Instead.Should().NotBeNullOrWhiteSpace();
        refusal.Message.Should().Contain("session-gateway").And.Contain(refusal.Instead);
        refusal.Effect.Should().Be(CommandEffect.NotSent);
        world.Gateway.Traffic.Should().BeEmpty();
    }

    [Fact]
    public async Task Request_WithThreeFaults_ReportsAllThreeAndSendsNothing()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);
        var request = new GatherRequest
        {
            Prompt = [MediaSource.Url("ftp://cdn.example.com/prompt.wav")],
            Digits = new DigitOptions { Min = 5, Max = 4, Terminators = "#A" },
            Timeout = TimeSpan.FromSeconds(30),
            MaxTries = 2,
        };

        var gather = () => world.Control.StartGatherAsync(Session, request, TestContext.Current.CancellationToken);

        var violations = (await gather.Should().ThrowAsync<RequestValidationException>()).Which.Violations;
        violations.Should().HaveCount(3);
        violations.Select(violation => violation.Field).Should().BeEquivalentTo("Prompt[0]", "Digits.Min", "Digits.Terminators");
        violations.Should().OnlyContain(violation => violation.Rule.Length > 0 && violation.Value != null);
        world.Gateway.Traffic.Should().BeEmpty();
    }

    [Fact]
    public async Task Command_ToAnUnknownSession_IsACallThatEnded()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        var play = () => world.Control.StartPlaybackAsync(Session, new PlaybackRequest { Sources = [Audio] }, TestContext.Current.CancellationToken);

        var exception = (await play.Should().ThrowAsync<CallEndedException>()).Which;
        exception.Effect.Should().Be(CommandEffect.NotApplied);
        exception.Error!.StatusCode.Should().Be(404);
        world.Calls.Count.Should().Be(0, "a call that nobody has heard of is not worth remembering");
    }

    [Theory]
    [InlineData(429, typeof(RateLimitedException), CommandEffect.NotApplied)]
    [InlineData(500, typeof(ProviderUnavailableException), CommandEffect.Unknown)]
    [InlineData(403, typeof(AuthenticationFailedException), CommandEffect.NotApplied)]
    [InlineData(400, typeof(CommandRejectedException), CommandEffect.NotApplied)]
    public async Task Command_ThatTheGatewayRefuses_ThrowsItsKindAndLeavesNoOperation(int status, Type kind, CommandEffect effect)
    {
        var thrown = new TaskCompletionSource<Exception?>();
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            thrown.SetResult(await Record.ExceptionAsync(() => call.PlayAsync(Audio, ended)));
            await call.PlayAsync(Audio, ended);
            await call.HangupAsync(ended);
        });
        world.Gateway.Faults.FailNext(status, command: "playback/start");

        var caller = await world.CallAsync();

        var exception = await thrown.Task.WaitAsync(TestContext.Current.CancellationToken);
        exception.Should().BeOfType(kind).And.BeAssignableTo<CallControlException>().Which.Effect.Should().Be(effect);
        await caller.WaitForEndAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Command_WhoseConnectionBreaks_MayHaveBeenCarriedOut()
    {
        var thrown = new TaskCompletionSource<Exception?>();
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            thrown.SetResult(await Record.ExceptionAsync(() => call.PlayAsync(Audio, ended)));
        });
        world.Gateway.Faults.ResetConnectionNext(command: "playback/start", afterExecution: true);

        await world.CallAsync();

        (await thrown.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().BeOfType<ProviderUnavailableException>()
            .Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    private static Task AskAsync(ICallControl control, CallFeature feature)
    {
        var token = TestContext.Current.CancellationToken;
        var digits = new DigitOptions();
        return feature switch
        {
            CallFeature.Dial => control.DialAsync(new DialRequest { To = Destination.Phone("+15550100123"), From = "+15550100124" }, token),
            CallFeature.DtmfSend => control.SendDtmfAsync(Session, new DtmfRequest { Digits = "1" }, token),
            CallFeature.Stream => control.StartStreamAsync(Session, new StreamRequest { Url = new Uri("wss://media.example.com") }, token),
            CallFeature.Fork => control.StartForkAsync(Session, new ForkRequest { Target = new Uri("udp://192.0.2.1:5004") }, token),
            CallFeature.Transfer => control.TransferAsync(Session, new TransferRequest { To = Destination.Phone("+15550100123") }, token),
            CallFeature.TransferRefer => control.TransferAsync(
                Session, new TransferRequest { To = Destination.Sip("sip:desk@example.com"), Method = TransferMethod.Refer }, token),
            CallFeature.PlaybackSpeech => PlayAsync(MediaSource.Speech("Hello")),
            CallFeature.PlaybackRingtone => PlayAsync(MediaSource.Ringtone("us")),
            CallFeature.PlaybackLibrary => PlayAsync(MediaSource.Library("welcome")),
            CallFeature.PlaybackAudio => PlayAsync(MediaSource.Audio(new byte[] { 1 }, AudioFormat.Wav)),
            CallFeature.GatherSpeech => GatherAsync(new GatherRequest { Prompt = [Audio], Speech = new SpeechOptions() }),
            CallFeature.GatherWithoutPrompt => GatherAsync(new GatherRequest()),
            CallFeature.GatherValidDigits => GatherAsync(new GatherRequest { Prompt = [Audio], Digits = digits with { ValidDigits = "12" } }),
            CallFeature.GatherInterDigitTimeout => GatherAsync(
                new GatherRequest { Prompt = [Audio], Digits = digits with { InterDigitTimeout = TimeSpan.FromSeconds(1) } }),
            CallFeature.RecordingFormat => RecordAsync(new RecordingRequest { Format = AudioFormat.Mp3 }),
            CallFeature.RecordingTrack => RecordAsync(new RecordingRequest { Track = AudioTrack.Inbound }),
            CallFeature.RecordingChannels => RecordAsync(new RecordingRequest { Stereo = true }),
            CallFeature.RecordingLimits => RecordAsync(new RecordingRequest { MaxDuration = TimeSpan.FromMinutes(1) }),
            CallFeature.RecordingBeep => RecordAsync(new RecordingRequest { Beep = true }),
            _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "The test does not know how to ask for this."),
        };

        Task PlayAsync(MediaSource source) => control.StartPlaybackAsync(Session, new PlaybackRequest { Sources = [source] }, token);

        Task GatherAsync(GatherRequest request) => control.StartGatherAsync(Session, request, token);

        Task RecordAsync(RecordingRequest request) => control.StartRecordingAsync(Session, request, token);
    }
}

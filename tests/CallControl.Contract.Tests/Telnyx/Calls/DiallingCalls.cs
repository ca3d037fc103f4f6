using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>Legs that are made, found and listed.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class DiallingCalls
{
    private const string NextPage = "v1:g3QAAAAD+Zm9y/d2FyZA==";
    private const string PreviousPage = "v1:g3QAAAAD+YmFj/a3dhcmQ=";

    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("dial", "success", (c, s, t) => c.DialAsync(
            new DialCommand
            {
                ConnectionId = s.ConnectionId,
                From = "+12125550100",
                To = "+12125550101",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                AnsweringMachineDetection = MachineDetectionMode.GreetingEnd,
                AnsweringMachineDetectionConfig = MachineDetection,
                Assistant = Assistant,
                AudioUrl = new Uri("https://cdn.example.com/greeting.wav"),
                BillingGroupId = "f5586561-8ff0-4291-a0ac-84fe544797bd",
                BridgeIntent = true,
                BridgeOnAnswer = true,
                ConferenceConfig = new ConferenceConfig
                {
                    BeepEnabled = ConferenceBeep.OnEnter,
                    ConferenceName = "standup",
                    EarlyMedia = false,
                    EndConferenceOnExit = true,
                    Hold = true,
                    HoldAudioUrl = new Uri("https://cdn.example.com/hold.mp3"),
                    Id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
                    Mute = true,
                    SoftEndConferenceOnExit = true,
                    StartConferenceOnCreate = true,
                    StartConferenceOnEnter = true,
                    SupervisorRole = SupervisorRole.Whisper,
                    WhisperCallControlIds = [s.OtherCallControlId, "v3:second-whisper_leg"],
                },
                CustomHeaders = CustomHeaders,
                DeepfakeDetection = Deepfake,
                DialogflowConfig = Dialogflow,
                EnableDialogflow = true,
                FromDisplayName = "Reception 1",
                LinkTo = s.OtherCallControlId,
                MediaEncryption = MediaEncryption.Srtp,
                ParkAfterUnbridge = UnbridgeParking.Self,
                PreferredCodecs = "G722,PCMA",
                PreventDoubleBridge = true,
                Privacy = CallerPrivacy.Id,
                Record = RecordTrigger.FromAnswer,
                RecordChannels = RecordingChannels.Mono,
                RecordCustomFileName = "reception",
                RecordFormat = RecordingFormat.Wav,
                RecordMaxLengthSeconds = 7200,
                RecordTimeoutSeconds = 12,
                RecordTrack = LegTrack.Inbound,
                RecordTrim = RecordingTrim.TrimSilence,
                RetryOnTimeout = false,
                SendDigitsOnAnswer = "1w2W#",
                SendSilenceWhenIdle = true,
                SipAuthPassword = "fictional-sip-password",
                SipAuthUsername = "reception",
                SipHeaders = UserToUser,
                SipRegion = SipRegion.MiddleEast,
                SipTransportProtocol = SipTransport.Tls,
                SoundModifications = Sound,
                StreamAuthToken = "fictional-stream-token",
                StreamBidirectionalCodec = StreamCodec.AmrWideband,
                StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
                StreamBidirectionalTargetLegs = TargetLegs.Self,
                StreamCodec = StreamCodec.Pcma,
                StreamTrack = StreamTrack.Both,
                StreamUrl = new Uri("wss://media.example.com/telnyx"),
                StreamBidirectionalSamplingRateHz = 16_000,
                StreamEstablishBeforeCallOriginate = true,
                SuperviseCallControlId = s.OtherCallControlId,
                SupervisorRole = SupervisorRole.Monitor,
                TimeLimitSeconds = 3600,
                TimeoutSeconds = 45,
                Transcription = true,
                TranscriptionConfig = OnAnswer,
                WebhookRetriesPolicies = RetryPolicies,
                WebhookUrl = new Uri("https://hooks.example.com/telnyx"),
                WebhookUrlMethod = WebhookMethod.Get,
                WebhookUrls = WebhookUrls,
                WebhookUrlsMethod = WebhookMethod.Get,
                RouteToMobile = true,
                Diversion = "+12125550109",
            },
            t)),
        Command(
            "dial",
            "minimal",
            (c, s, t) => c.DialAsync(new DialCommand { ConnectionId = s.ConnectionId, From = "+12125550100", To = "+12125550101" }, t)),
        Command("dial", "to-several", (c, s, t) => c.DialAsync(
            new DialCommand
            {
                ConnectionId = s.ConnectionId,
                From = "+12125550100",
                To = DialTargets.Of("+12125550101", "sip:agent@sip.example.com"),
            },
            t)),
        Command("dial", "media-library", (c, s, t) => c.DialAsync(
            new DialCommand
            {
                ConnectionId = s.ConnectionId,
                From = "+12125550100",
                To = "+12125550101",
                MediaName = "greeting-library",
                ConferenceConfig = new ConferenceConfig { HoldMediaName = "hold-library" },
            },
            t)),
        Command(
            "dial",
            "conversation-relay",
            (c, s, t) => c.DialAsync(new DialCommand { ConnectionId = s.ConnectionId, From = "+12125550100", To = "+12125550101", ConversationRelayConfig = Relay }, t)),
        new(
            "retrieve_call",
            "success",
            async (c, s, t) => await c.GetCallAsync(s.Call, t),
            (answer, s, _) => answer.Should().Be(Leg(s, s.CallControlId) with
            {
                IsAlive = false,
                CallDuration = TimeSpan.FromSeconds(50),
                ClientState = State,
                StartTime = new DateTimeOffset(2026, 11, 20, 10, 15, 0, 123, 456, TimeSpan.Zero),
                EndTime = new DateTimeOffset(2026, 11, 20, 10, 15, 50, 654, 321, TimeSpan.Zero),
            })),
        new(
            "retrieve_call",
            "minimal",
            async (c, s, t) => await c.GetCallAsync(s.Call, t),
            (answer, s, _) => answer.Should().Be(Leg(s, s.CallControlId) with { IsAlive = true })),
        new(
            "list_active_calls",
            "success",
            async (c, s, t) => await c.ListActiveCallsAsync(s.ConnectionId, 2, t).FirstAsync(t),
            (answer, s, _) => CheckPage(answer, s, [Listed(s), Leg(s, s.OtherCallControlId)], NextPage, PreviousPage, 3)),
        new(
            "list_active_calls",
            "next",
            async (c, s, t) => await c.ListActiveCallsAsync(s.ConnectionId, 2, t).LastAsync(t),
            (answer, s, _) => CheckPage(answer, s, [Listed(s)], null, PreviousPage, 3)) { After = "success" },
        new(
            "list_active_calls",
            "minimal",
            async (c, s, t) => await c.ListActiveCallsAsync(s.ConnectionId, cancellationToken: t).SingleAsync(t),
            (answer, s, _) => CheckPage(answer, s, [], null, null, 0)),
    ];

    private static TelnyxCall Leg(TelnyxScope scope, string callControlId) => new()
    {
        RecordType = "call",
        CallControlId = new CallId(callControlId),
        CallLegId = scope.CallLegId,
        CallSessionId = scope.CallSessionId,
    };

    private static TelnyxCall Listed(TelnyxScope scope) =>
        Leg(scope, scope.CallControlId) with { ClientState = State, CallDuration = TimeSpan.FromSeconds(50) };

    private static void CheckPage(
        object answer, TelnyxScope scope, IReadOnlyList<TelnyxCall> calls, string? after, string? before, int total)
    {
        var page = answer.Should().BeOfType<ActiveCallsPage>().Subject;
        page.Calls.Should().Equal(calls);
        page.ExtensionData.Should().BeNull();
        page.Meta.Should().Be(new ActiveCallsMeta
        {
            Cursors = after is null && before is null ? null : new ActiveCallsCursors { After = after, Before = before },
            Next = Link("after", after),
            Previous = Link("before", before),
            TotalItems = total,
        });

        string? Link(string name, string? cursor) =>
            cursor is null ? null : $"/v2/connections/{scope.ConnectionId}/active_calls?page[{name}]={cursor}";
    }
}

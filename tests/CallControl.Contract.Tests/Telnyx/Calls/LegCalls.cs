using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>A leg's life: answered, bridged, queued, ended.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class LegCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("answer", "success", (c, s, t) => c.AnswerAsync(
            s.Call,
            new AnswerCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Assistant = Assistant,
                BillingGroupId = "f5586561-8ff0-4291-a0ac-84fe544797bd",
                CustomHeaders = CustomHeaders,
                DeepfakeDetection = Deepfake,
                PreferredCodecs = "G722,PCMA",
                Record = RecordTrigger.FromAnswer,
                RecordChannels = RecordingChannels.Mono,
                RecordCustomFileName = "reception",
                RecordFormat = RecordingFormat.Wav,
                RecordMaxLengthSeconds = 7200,
                RecordTimeoutSeconds = 12,
                RecordTrack = LegTrack.Inbound,
                RecordTrim = RecordingTrim.TrimSilence,
                SendSilenceWhenIdle = true,
                SipHeaders = UserToUser,
                SoundModifications = Sound,
                StreamBidirectionalCodec = StreamCodec.AmrWideband,
                StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
                StreamBidirectionalTargetLegs = TargetLegs.Self,
                StreamCodec = StreamCodec.Pcma,
                StreamTrack = StreamTrack.Both,
                StreamUrl = new Uri("wss://media.example.com/telnyx"),
                Transcription = true,
                TranscriptionConfig = OnAnswer,
                WebhookRetriesPolicies = RetryPolicies,
                WebhookUrl = new Uri("https://hooks.example.com/telnyx"),
                WebhookUrlMethod = WebhookMethod.Get,
                WebhookUrls = WebhookUrls,
                WebhookUrlsMethod = WebhookMethod.Get,
            },
            t)),
        Command("answer", "minimal", (c, s, t) => c.AnswerAsync(s.Call, new AnswerCommand(), t)),
        Command("answer", "conversation-relay", (c, s, t) => c.AnswerAsync(s.Call, new AnswerCommand { ConversationRelayConfig = Relay }, t)),
        Command(
            "reject",
            "success",
            (c, s, t) => c.RejectAsync(s.Call, new RejectCommand { Cause = RejectCause.UserBusy, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("reject", "minimal", (c, s, t) => c.RejectAsync(s.Call, new RejectCommand { Cause = RejectCause.CallRejected }, t)),
        Command(
            "hangup",
            "success",
            (c, s, t) => c.HangupAsync(s.Call, new HangupCommand { CustomHeaders = CustomHeaders, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("hangup", "minimal", (c, s, t) => c.HangupAsync(s.Call, new HangupCommand(), t)),
        Command("bridge", "success", (c, s, t) => c.BridgeAsync(
            s.Call,
            new BridgeCommand
            {
                CallControlId = s.OtherCallControlId,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                HoldAfterUnbridge = true,
                MuteDtmf = DtmfMute.Opposite,
                ParkAfterUnbridge = UnbridgeParking.Self,
                PlayRingtone = true,
                PreventDoubleBridge = true,
                Record = RecordTrigger.FromAnswer,
                RecordChannels = RecordingChannels.Mono,
                RecordCustomFileName = "reception",
                RecordFormat = RecordingFormat.Wav,
                RecordMaxLengthSeconds = 7200,
                RecordTimeoutSeconds = 12,
                RecordTrack = LegTrack.Inbound,
                RecordTrim = RecordingTrim.TrimSilence,
                Ringtone = "de",
            },
            t)),
        Command("bridge", "minimal", (c, s, t) => c.BridgeAsync(s.Call, new BridgeCommand { CallControlId = s.OtherCallControlId }, t)),
        Command("bridge", "queue", (c, s, t) => c.BridgeAsync(s.Call, new BridgeCommand { Queue = "support" }, t)),
        Command(
            "bridge",
            "video-room",
            (c, s, t) => c.BridgeAsync(s.Call, new BridgeCommand { VideoRoomId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", VideoRoomContext = "ticket=4711" }, t)),
        Command("transfer", "success", (c, s, t) => c.TransferAsync(
            s.Call,
            new TransferCommand
            {
                To = "+12125550102",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                AnsweringMachineDetection = MachineDetectionMode.Premium,
                AnsweringMachineDetectionConfig = MachineDetection,
                AudioUrl = new Uri("https://cdn.example.com/connecting.wav"),
                CustomHeaders = CustomHeaders,
                EarlyMedia = false,
                From = "+12125550100",
                FromDisplayName = "Reception 1",
                MediaEncryption = MediaEncryption.Dtls,
                MuteDtmf = DtmfMute.Both,
                ParkAfterUnbridge = UnbridgeParking.Self,
                PreferredCodecs = "PCMU,OPUS",
                Privacy = CallerPrivacy.Id,
                Record = RecordTrigger.FromAnswer,
                RecordChannels = RecordingChannels.Mono,
                RecordCustomFileName = "reception",
                RecordFormat = RecordingFormat.Wav,
                RecordMaxLengthSeconds = 7200,
                RecordTimeoutSeconds = 12,
                RecordTrack = LegTrack.Inbound,
                RecordTrim = RecordingTrim.TrimSilence,
                SendDigitsOnAnswer = "200#",
                SipAuthPassword = "fictional-sip-password",
                SipAuthUsername = "reception",
                SipHeaders = UserToUser,
                SipRegion = SipRegion.Europe,
                SipTransportProtocol = SipTransport.Tcp,
                SoundModifications = Sound,
                TargetLegClientState = AgentState,
                TimeLimitSeconds = 1800,
                TimeoutSeconds = 20,
                WebhookRetriesPolicies = RetryPolicies,
                WebhookUrl = new Uri("https://hooks.example.com/telnyx"),
                WebhookUrlMethod = WebhookMethod.Get,
                WebhookUrls = WebhookUrls,
                WebhookUrlsMethod = WebhookMethod.Get,
                RouteToMobile = true,
                Diversion = "+12125550109",
            },
            t)),
        Command("transfer", "minimal", (c, s, t) => c.TransferAsync(s.Call, new TransferCommand { To = "+12125550102" }, t)),
        Command(
            "transfer",
            "media-library",
            (c, s, t) => c.TransferAsync(s.Call, new TransferCommand { To = "sip:agent@sip.example.com", MediaName = "connecting-library" }, t)),
        Command("refer", "success", (c, s, t) => c.ReferAsync(
            s.Call,
            new ReferCommand
            {
                SipAddress = "sip:agent@sip.example.com",
                CustomHeaders = CustomHeaders,
                SipAuthPassword = "fictional-sip-password",
                SipAuthUsername = "reception",
                SipHeaders = UserToUser,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("refer", "minimal", (c, s, t) => c.ReferAsync(s.Call, new ReferCommand { SipAddress = "sip:agent@sip.example.com" }, t)),
        Command(
            "client_state_update",
            "success",
            (c, s, t) => c.UpdateClientStateAsync(s.Call, new UpdateClientStateCommand { ClientState = NextState }, t)),
        Command(
            "switch_supervisor_role",
            "success",
            (c, s, t) => c.SwitchSupervisorRoleAsync(s.Call, new SwitchSupervisorRoleCommand { Role = SupervisorRole.Whisper }, t)),
        Command("enqueue", "success", (c, s, t) => c.EnqueueAsync(
            s.Call,
            new EnqueueCommand
            {
                KeepAfterHangup = true,
                MaxSize = 50,
                MaxWaitTimeSeconds = 600,
                QueueName = "support",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("enqueue", "minimal", (c, s, t) => c.EnqueueAsync(s.Call, new EnqueueCommand { QueueName = "support" }, t)),
        Command(
            "leave_queue",
            "success",
            (c, s, t) => c.LeaveQueueAsync(s.Call, new LeaveQueueCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("leave_queue", "minimal", (c, s, t) => c.LeaveQueueAsync(s.Call, new LeaveQueueCommand(), t)),
    ];
}

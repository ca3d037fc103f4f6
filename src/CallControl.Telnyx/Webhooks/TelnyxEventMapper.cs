using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Turns the vendor's events into neutral ones. Stateless: whose an event is, operations find out by what is in it.</summary>
internal static class TelnyxEventMapper
{
    /// <summary>Maps one event.</summary>
    /// <param name="native">The vendor's event.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="rawJson">The whole webhook body.</param>
    /// <param name="receivedAt">When it came.</param>
    public static CallEvent Map(TelnyxEvent native, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt)
    {
        var neutral = Map(native, provider, native.Call, native.EventType);
        return neutral with
        {
            Id = native.Id is { Length: > 0 } id ? new CallEventId(id) : null,
            OccurredAt = native.OccurredAt,
            ReceivedAt = receivedAt,
            NativeEvent = native,
            RawJson = rawJson,
        };
    }

    /// <summary>That a transfer has failed, which the vendor tells only by the end of the leg that was called.</summary>
    /// <param name="hangup">The neutral form of that leg's end.</param>
    /// <param name="leg">The leg.</param>
    public static TransferFailed MapFailedTransfer(CallEvent hangup, TelnyxTransferLeg leg) => new()
    {
        Provider = hangup.Provider,
        Call = leg.From,
        Name = hangup.Name,
        Id = hangup.Id is { } id ? new CallEventId($"{id.Value}:transfer") : null,
        Operation = leg.Operation,
        OccurredAt = hangup.OccurredAt,
        ReceivedAt = hangup.ReceivedAt,
        NativeEvent = hangup.NativeEvent,
        RawJson = hangup.RawJson,
        Failure = Failure(
            (hangup.NativeEvent as CallHangupEvent)?.HangupCause.Value ?? "", "The destination did not take the call: its leg ended without an answer."),
    };

    private static CallEvent Map(TelnyxEvent native, string provider, CallId call, string name) => native switch
    {
        // Whatever else it says: the call is over, and nothing else would tell.
        UnknownTelnyxEvent { EventType: TelnyxEventNames.CallHangup } when call != default => new CallEnded { Provider = provider, Call = call, Name = name },
        UnknownTelnyxEvent e => new UnknownCallEvent { Provider = provider, Call = call, Name = name, Problem = e.Problem },
        TelnyxConferenceEvent => new UnknownCallEvent { Provider = provider, Call = call, Name = name },
        _ when call == default => new UnknownCallEvent { Provider = provider, Call = call, Name = name, Problem = "it names no call" },
        CallInitiatedEvent e when IsOutgoing(e) => new CallInitiated
        {
            Provider = provider, Call = call, Name = name, From = e.From, To = e.To,
        },
        CallInitiatedEvent e => new CallIncoming { Provider = provider, Call = call, Name = name, From = e.From, To = e.To },
        CallAnsweredEvent => new CallAnswered { Provider = provider, Call = call, Name = name },
        CallHangupEvent e => new CallEnded
        {
            Provider = provider, Call = call, Name = name, Cause = TelnyxCauses.FromVendor(e.HangupCause), EndedBy = TelnyxCauses.FromVendor(e.HangupSource),
        },
        CallBridgedEvent => new CallBridged { Provider = provider, Call = call, Name = name },
        CallDtmfReceivedEvent { Digit: [var digit] } when IsKey(digit) => new DtmfReceived
        {
            Provider = provider, Call = call, Name = name, Digit = char.ToUpperInvariant(digit),
        },
        CallGatherEndedEvent e => new GatherEnded { Provider = provider, Call = call, Name = name, Result = ResultOf(e) },
        CallPlaybackStartedEvent or CallSpeakStartedEvent => new PlaybackStarted { Provider = provider, Call = call, Name = name },
        CallPlaybackEndedEvent e => Played(provider, call, name, ReasonOf(e.Status), e.Status.Value, e.StatusDetail),
        CallSpeakEndedEvent e => Played(provider, call, name, ReasonOf(new PlaybackStatus(e.Status.Value)), e.Status.Value, detail: null),
        CallRecordingSavedEvent e => new RecordingCompleted { Provider = provider, Call = call, Name = name, Result = ResultOf(e) },
        CallRecordingErrorEvent e => new RecordingFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(name, $"The recording could not be stored: {e.Reason.Value}."),
        },
        StreamingStartedEvent => new StreamStarted { Provider = provider, Call = call, Name = name },
        StreamingStoppedEvent => new StreamStopped { Provider = provider, Call = call, Name = name },
        StreamingFailedEvent e => new StreamFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(name, $"The stream could not be opened, or broke: {Redaction.Text(e.FailureReason ?? "")}."),
        },
        CallForkStartedEvent => new ForkStarted { Provider = provider, Call = call, Name = name },
        CallForkStoppedEvent => new ForkStopped { Provider = provider, Call = call, Name = name },
        CallReferCompletedEvent => new TransferCompleted { Provider = provider, Call = call, Name = name },
        CallReferFailedEvent e => new TransferFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(name, $"The far end could not be referred; it reported SIP status {e.SipNotifyResponse}."),
        },
        CallMachineDetectionEndedEvent e => Detected(provider, call, name, AnsweredByOf(e.Result.Value), beepHeard: false),
        CallMachinePremiumDetectionEndedEvent e => Detected(provider, call, name, AnsweredByOf(e.Result.Value), beepHeard: false),
        CallMachineGreetingEndedEvent e => Detected(
            provider, call, name, AnsweredBy.Machine, e.Result == MachineGreetingResult.BeepDetected || e.Result == MachineGreetingResult.Ended),
        CallMachinePremiumGreetingEndedEvent e => Detected(
            provider, call, name, AnsweredBy.Machine, e.Result == PremiumMachineGreetingResult.BeepDetected),
        _ => new UnknownCallEvent { Provider = provider, Call = call, Name = name },
    };

    // A leg that is called must not be taken for a caller, who would be answered: where the direction is left out, the state tells it.
    private static bool IsOutgoing(CallInitiatedEvent native) =>
        native.Direction == TelnyxCallDirection.Outgoing || (native.Direction.Value.Length == 0 && native.State == TelnyxCallState.Bridging);

    private static PlaybackEnded Played(string provider, CallId call, string name, PlaybackReason reason, string status, string? detail) => new()
    {
        Provider = provider,
        Call = call,
        Name = name,
        Reason = reason,
        Failure = reason == PlaybackReason.Failed
            ? Failure(status, string.IsNullOrEmpty(detail) ? "The audio could not be fetched or played." : $"The audio could not be fetched or played: {Redaction.Text(detail)}.")
            : null,
    };

    private static MachineDetected Detected(string provider, CallId call, string name, AnsweredBy answeredBy, bool beepHeard) =>
        new() { Provider = provider, Call = call, Name = name, AnsweredBy = answeredBy, BeepHeard = beepHeard };

    // For speech the vendor lists fewer words, and not what a stop yields: those of files are understood there, too.
    private static PlaybackReason ReasonOf(PlaybackStatus status) =>
        status == PlaybackStatus.Completed ? PlaybackReason.Finished
        : status == PlaybackStatus.Cancelled || status == PlaybackStatus.CancelledAmd ? PlaybackReason.Stopped
        : status == PlaybackStatus.CallHangup ? PlaybackReason.CallEnded
        : status == PlaybackStatus.FileNotFound || status == PlaybackStatus.Failed ? PlaybackReason.Failed
        : PlaybackReason.Unknown;

    private static GatherResult ResultOf(CallGatherEndedEvent native)
    {
        var digits = native.Digits ?? "";
        var status = native.Status;
        return new GatherResult
        {
            Digits = digits,
            Reason = status == GatherStatus.Valid ? GatherReason.InputComplete
                : status == GatherStatus.Timeout ? (digits.Length == 0 ? GatherReason.NoInput : GatherReason.Incomplete)
                : status == GatherStatus.Invalid ? GatherReason.Invalid
                : status == GatherStatus.Cancelled || status == GatherStatus.CancelledAmd ? GatherReason.Stopped
                : status == GatherStatus.CallHangup ? GatherReason.CallEnded
                : GatherReason.Unknown,
        };
    }

    private static RecordingResult ResultOf(CallRecordingSavedEvent native)
    {
        var length = native.RecordingEndedAt - native.RecordingStartedAt;
        return new RecordingResult
        {
            Recording = native.RecordingId is { Length: > 0 } id ? new RecordingId(id) : null,
            Urls = [.. Urls(native.RecordingUrls), .. Urls(native.PublicRecordingUrls)],
            Duration = length >= TimeSpan.Zero ? length : null,
        };
    }

    private static IEnumerable<Uri> Urls(RecordingUrls? urls)
    {
        foreach (var text in new[] { urls?.Mp3, urls?.Wav })
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.IsHttp())
                yield return url;
        }
    }

    private static AnsweredBy AnsweredByOf(string result) => result switch
    {
        "human" or "human_residence" or "human_business" => AnsweredBy.Human,
        "machine" => AnsweredBy.Machine,
        "fax_detected" => AnsweredBy.Fax,
        "silence" => AnsweredBy.Silence,
        _ => AnsweredBy.Unknown,
    };

    private static bool IsKey(char digit) => char.IsAsciiDigit(digit) || digit is (>= 'A' and <= 'D') or (>= 'a' and <= 'd') or '*' or '#';

    private static OperationFailure Failure(string code, string message) => new() { Code = code, Message = message };
}

using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Turns the vendor's events into neutral ones. Stateless.</summary>
internal static class SignalWireEventMapper
{
    private const int LongestName = 128;

    // A scale of percent in some of the vendor's examples, of one in others.
    private const double FullConfidence = 100;

    /// <summary>Maps a report.</summary>
    /// <param name="native">The vendor's event.</param>
    /// <param name="addressed">The operation in the address that it was sent to; null for none.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="rawJson">The whole body.</param>
    /// <param name="receivedAt">When it came.</param>
    public static CallEvent Map(SignalWireEvent native, OperationId? addressed, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt)
    {
        var neutral = Map(native, provider, IsPlain(native.Call.Value) ? native.Call : default, IsPlain(native.EventType) ? native.EventType : "");
        return neutral with
        {
            Id = native.Id,
            Operation = native.ControlId ?? addressed,
            OccurredAt = native.Timestamp,
            ReceivedAt = receivedAt,
            NativeEvent = native,
            RawJson = rawJson,
        };
    }

    /// <summary>Whether a document is asked for by a call that came in.</summary>
    /// <remarks>A leg that says nothing of its direction is taken for one: that the vendor has to ask is the rule for those.</remarks>
    public static bool IsInbound(SwmlFetchEvent fetch) => !IsOutbound(fetch.Leg?.Direction ?? default);

    /// <summary>Maps the request for a call's document: somebody calls, or a call of ours begins.</summary>
    public static CallEvent MapFetch(SwmlFetchEvent fetch, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt)
    {
        CallParty from = fetch.Leg?.From ?? fetch.Leg?.FromNumber;
        CallParty to = fetch.Leg?.To ?? fetch.Leg?.ToNumber;
        CallEvent neutral = IsInbound(fetch)
            ? new CallIncoming { Provider = provider, Call = fetch.Call, Name = "", From = from, To = to }
            : new CallInitiated { Provider = provider, Call = fetch.Call, Name = "", From = from, To = to };
        return neutral with { Id = new CallEventId($"{fetch.Call}:fetch"), ReceivedAt = receivedAt, NativeEvent = fetch, RawJson = rawJson };
    }

    /// <summary>Maps the request for an answered call's document.</summary>
    /// <remarks>Named as the report of the same state, which may come as well: one of them is delivered.</remarks>
    public static CallAnswered MapAnswered(SwmlFetchEvent fetch, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt) => new()
    {
        Provider = provider,
        Call = fetch.Call,
        Name = "",
        Id = SignalWireEventParser.IdOfState(fetch.Call, SignalWireCallState.Answered),
        ReceivedAt = receivedAt,
        NativeEvent = fetch,
        RawJson = rawJson,
    };

    private static CallEvent Map(SignalWireEvent native, string provider, CallId call, string name) => native switch
    {
        // Whatever else it says: the call is over, and nothing else would tell.
        UnknownSignalWireEvent { EventType: SignalWireEventNames.CallState or "" } e when call != default && IsEnd(e) =>
            new CallEnded { Provider = provider, Call = call, Name = name },
        UnknownSignalWireEvent e => new UnknownCallEvent { Provider = provider, Call = call, Name = name, Problem = e.Problem },
        ConferenceEvent e when call != default && e.Status == ConferenceStatus.ParticipantJoin =>
            new CallBridged { Provider = provider, Call = call, Name = name, Bridge = BridgeOf(e) },
        ConferenceEvent e when call != default && e.Status == ConferenceStatus.ParticipantLeave =>
            new CallUnbridged { Provider = provider, Call = call, Name = name, Bridge = BridgeOf(e), Reason = e.Status.Value },
        ConferenceEvent => new UnknownCallEvent { Provider = provider, Call = call, Name = name },
        _ when call == default => new UnknownCallEvent { Provider = provider, Call = call, Name = name, Problem = "it names no call" },
        CallStateEvent e => MapState(e, provider, call, name),
        CallPlayEvent e when e.State == CallPlayState.Playing => new PlaybackStarted { Provider = provider, Call = call, Name = name },
        CallPlayEvent e when e.State == CallPlayState.Finished => new PlaybackEnded { Provider = provider, Call = call, Name = name },
        CallPlayEvent e when e.State == CallPlayState.Error => new PlaybackEnded
        {
            Provider = provider, Call = call, Name = name, Reason = PlaybackReason.Failed, Failure = Failure(e.State.Value, "The audio could not be fetched or played."),
        },
        CallCollectEvent e when ResultOf(e) is { } result => new GatherEnded { Provider = provider, Call = call, Name = name, Result = result },
        CallRecordEvent e when e.State == CallRecordState.Recording => new RecordingStarted { Provider = provider, Call = call, Name = name },
        CallRecordEvent e when e.State == CallRecordState.Finished => new RecordingCompleted { Provider = provider, Call = call, Name = name, Result = ResultOf(e) },
        CallRecordEvent e when e.State == CallRecordState.NoInput => new RecordingFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(e.State.Value, "Nothing was recorded: nobody spoke in time."),
        },
        CallRecordEvent e when e.State == CallRecordState.Error => new RecordingFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(e.State.Value, "The call could not be recorded."),
        },
        CallStreamEvent e when e.State == CallStreamState.Streaming => new StreamStarted { Provider = provider, Call = call, Name = name },
        CallStreamEvent e when e.State == CallStreamState.Finished => new StreamStopped { Provider = provider, Call = call, Name = name },
        CallTapEvent e when e.State == CallTapState.Tapping => new ForkStarted { Provider = provider, Call = call, Name = name },
        CallTapEvent e when e.State == CallTapState.Finished => new ForkStopped { Provider = provider, Call = call, Name = name },
        CallConnectEvent e when e.ConnectState == CallConnectState.Connected =>
            new CallBridged { Provider = provider, Call = call, Name = name, With = PeerOf(e.Peer) },
        CallConnectEvent e when e.ConnectState == CallConnectState.Disconnected =>
            new CallUnbridged { Provider = provider, Call = call, Name = name, With = PeerOf(e.Peer) },
        CallConnectEvent e when e.ConnectState == CallConnectState.Failed => new TransferFailed
        {
            Provider = provider, Call = call, Name = name, Failure = Failure(e.FailedReason.Value, "The destination did not take the call."),
        },
        CallReferEvent e when e.State == CallReferState.Success => new TransferCompleted { Provider = provider, Call = call, Name = name },
        CallReferEvent e when e.State == CallReferState.Cancel || e.State == CallReferState.Busy || e.State == CallReferState.NoAnswer || e.State == CallReferState.Error =>
            new TransferFailed { Provider = provider, Call = call, Name = name, Failure = Failure(e.State.Value, "The far end could not be referred.") },
        CallDetectEvent e => MapDetection(e, provider, call, name),
        _ => new UnknownCallEvent { Provider = provider, Call = call, Name = name },
    };

    private static CallEvent MapState(CallStateEvent native, string provider, CallId call, string name)
    {
        var state = native.CallState;
        if (state == SignalWireCallState.Ringing)
            return new CallRinging { Provider = provider, Call = call, Name = name };

        if (state == SignalWireCallState.Answered)
            return new CallAnswered { Provider = provider, Call = call, Name = name };

        if (state == SignalWireCallState.Ended)
        {
            // Which side "inbound" and "outbound" are in end_source is not documented.
            return new CallEnded { Provider = provider, Call = call, Name = name, Cause = SignalWireCauses.FromVendor(native.EndReason) };
        }

        // An inbound call begins with the request for its document.
        return state == SignalWireCallState.Created && IsOutbound(native.Direction)
            ? new CallInitiated { Provider = provider, Call = call, Name = name, From = native.From, To = native.To }
            : new UnknownCallEvent { Provider = provider, Call = call, Name = name };
    }

    // Also "outbound-api" and the like, which the vendor's answers have.
    private static bool IsOutbound(CallEventDirection direction) => direction.Value.StartsWith(CallEventDirection.Outbound.Value, StringComparison.OrdinalIgnoreCase);

    private static CallEvent MapDetection(CallDetectEvent native, string provider, CallId call, string name)
    {
        var finding = native.Detect?.Params?.Event ?? default;
        if (native.Detect?.Type == CallDetectType.Digit && finding.Value is [var digit] && IsKey(digit))
            return new DtmfReceived { Provider = provider, Call = call, Name = name, Digit = char.ToUpperInvariant(digit) };

        AnsweredBy? answeredBy = finding == CallDetectFinding.Human ? AnsweredBy.Human
            : finding == CallDetectFinding.Machine || finding == CallDetectFinding.Ready ? AnsweredBy.Machine
            : finding == CallDetectFinding.Ced || finding == CallDetectFinding.Cng ? AnsweredBy.Fax
            : finding == CallDetectFinding.Unknown ? AnsweredBy.Unknown
            : null;
        return answeredBy is { } known
            ? new MachineDetected { Provider = provider, Call = call, Name = name, AnsweredBy = known, BeepHeard = finding == CallDetectFinding.Ready }
            : new UnknownCallEvent { Provider = provider, Call = call, Name = name };
    }

    // Null while collecting goes on, or is no longer: what is only a step has no neutral word.
    private static GatherResult? ResultOf(CallCollectEvent native)
    {
        var type = native.Result?.Type ?? default;
        if (type.Value.Length == 0)
            return native.State == CallCollectState.Finished ? new GatherResult { Reason = GatherReason.Stopped } : null;

        if (native.Final == false || type == CallCollectResultType.StartOfInput || type == CallCollectResultType.Error)
            return null;

        var given = native.Result?.Params;
        var terminator = given?.Terminator is { Length: > 0 } key ? key : null;
        return new GatherResult
        {
            Reason = type == CallCollectResultType.Digit && terminator is not null ? GatherReason.Terminator
                : type == CallCollectResultType.Digit || type == CallCollectResultType.Speech ? GatherReason.InputComplete
                : type == CallCollectResultType.NoInput ? GatherReason.NoInput
                : type == CallCollectResultType.NoMatch ? GatherReason.Invalid
                : type == CallCollectResultType.Finished ? GatherReason.Stopped
                : GatherReason.Unknown,
            Digits = given?.Digits ?? "",
            Terminator = terminator,
            Transcript = given?.Text,
            Confidence = given?.Confidence is { } confidence ? Math.Clamp(confidence > 1 ? confidence / FullConfidence : confidence, 0, 1) : null,
        };
    }

    private static RecordingResult ResultOf(CallRecordEvent native) => new()
    {
        Recording = native.RecordingId is { Length: > 0 } id ? new RecordingId(id) : null,
        Urls = Uri.TryCreate(native.Url, UriKind.Absolute, out var url) && url.IsHttp() ? [url] : [],
        Duration = native.Duration,
        SizeBytes = native.Size,
    };

    private static bool IsEnd(UnknownSignalWireEvent native) =>
        native.ExtensionData?.TryGetValue("call_state", out var state) == true
        && state.ValueKind == JsonValueKind.String && state.ValueEquals(SignalWireCallState.Ended.Value);

    private static BridgeId? BridgeOf(ConferenceEvent native) => native.Name is { Length: > 0 } room ? new BridgeId(room) : null;

    private static CallId? PeerOf(CallPeer? peer) => peer is { Call: { } call } && call != default ? call : null;

    // Reports may come unsigned, and both are logged: what a stranger made up must not look like a line of the log. The native event has them as they came.
    private static bool IsPlain(string text) => text.Length <= LongestName && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.Contains('\u007F', StringComparison.Ordinal);

    private static bool IsKey(char digit) => char.IsAsciiDigit(digit) || digit is (>= 'A' and <= 'D') or (>= 'a' and <= 'd') or '*' or '#';

    private static OperationFailure Failure(string code, string message) => new() { Code = code.Length == 0 ? null : code, Message = message };
}

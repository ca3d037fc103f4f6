using System.Globalization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Turns the gateway's events into neutral ones. Stateless: what an event means is in the event, and in the <c>command_uid</c> that we made.</summary>
internal static class SessionGatewayEventMapper
{
    private const string DigitsSucceeded = "success";
    private const string DigitsTimedOut = "timeout";
    private const string DigitsFailed = "failure";

    // What the result of these without success tells is only that two seconds have passed, or may be: they are deferred, or it is not known.
    private static readonly HashSet<string> Deferred =
    [
        SessionGatewayCommandNames.Answer,
        SessionGatewayCommandNames.StartPlayback,
        SessionGatewayCommandNames.PlaySilence,
        SessionGatewayCommandNames.PlayAndGetDigits,
        SessionGatewayCommandNames.JoinConference,
        SessionGatewayCommandNames.LeaveConference,
        SessionGatewayCommandNames.MuteConference,
        SessionGatewayCommandNames.UnmuteConference,
    ];

    /// <summary>Maps one event.</summary>
    /// <param name="native">The gateway's event.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="rawJson">The whole webhook body.</param>
    /// <param name="receivedAt">When it came.</param>
    public static CallEvent Map(SessionGatewayEvent native, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt)
    {
        var call = native.Session;
        var name = native.Event;
        CallEvent neutral = native switch
        {
            _ when call == default && !ConcernsRoom(native) => new UnknownCallEvent
            {
                Provider = provider, Call = call, Name = name, Problem = (native as UnknownSessionGatewayEvent)?.Problem ?? "it names no session",
            },
            CallNewEvent e => new CallIncoming { Provider = provider, Call = call, Name = name, From = e.CallerId, To = e.Did },
            CallAnsweredEvent { Success: false } e => new CommandRejected
            {
                Provider = provider, Call = call, Name = name, Operation = e.CommandUid, Failure = Failure(name, "The call could not be answered."),
            },
            CallAnsweredEvent e => new CallAnswered { Provider = provider, Call = call, Name = name, Operation = e.CommandUid },
            CallHangupEvent e => new CallEnded { Provider = provider, Call = call, Name = name, Cause = SessionGatewayCauses.FromVendor(e.HangupCause) },
            DtmfEvent { Digit: [var digit] } e when IsKey(digit) => new DtmfReceived
            {
                Provider = provider, Call = call, Name = name, Digit = char.ToUpperInvariant(digit), Duration = Milliseconds(e.DurationMs),
            },
            DigitsCollectedEvent e => new GatherEnded { Provider = provider, Call = call, Name = name, Operation = e.CommandUid, Result = Result(e) },
            PlaybackStartedEvent e => new PlaybackStarted { Provider = provider, Call = call, Name = name, Operation = e.CommandUid },
            PlaybackStoppedEvent e => new PlaybackEnded
            {
                Provider = provider,
                Call = call,
                Name = name,
                Operation = e.CommandUid,
                Result = new PlaybackResult { Position = Milliseconds(e.OffsetMs), Duration = Milliseconds(e.DurationMs) },
            },
            PlaybackFileNotFoundEvent e => new PlaybackEnded
            {
                Provider = provider,
                Call = call,
                Name = name,
                Operation = e.CommandUid,
                Reason = PlaybackReason.Failed,
                Failure = Failure(name, "The gateway could not fetch an audio file, or there is none at its address."),
            },
            RecordingCompletedEvent e => new RecordingCompleted
            {
                Provider = provider, Call = call, Name = name, Operation = e.CommandUid, Result = Result(e),
            },
            CommandResultEvent e => Map(e, provider, call),
            ConferenceMemberJoinedEvent { RoomId.Length: > 0 } e => new CallBridged
            {
                Provider = provider, Call = call, Name = name, Bridge = new BridgeId(e.RoomId),
            },
            ConferenceMemberLeftEvent { RoomId.Length: > 0 } e => new CallUnbridged
            {
                Provider = provider, Call = call, Name = name, Bridge = new BridgeId(e.RoomId), Reason = e.Reason,
            },
            UnknownSessionGatewayEvent e => new UnknownCallEvent { Provider = provider, Call = call, Name = name, Problem = e.Problem },
            _ => new UnknownCallEvent { Provider = provider, Call = call, Name = name },
        };
        return neutral with
        {
            Id = IdentityOf(native, neutral.Operation),
            Sequence = NumberOf(native),
            ReceivedAt = receivedAt,
            NativeEvent = native,
            RawJson = rawJson,
        };
    }

    private static CallEvent Map(CommandResultEvent native, string provider, CallId call)
    {
        var command = native.CommandUid is { } uid ? SessionGatewayCommandUid.CommandOf(uid) : null;
        if (native.Success == true && command == SessionGatewayCommandNames.StartRecording)
            return new RecordingStarted { Provider = provider, Call = call, Name = native.Event, Operation = native.CommandUid };

        if (native.Success == false && command is not null && !Deferred.Contains(command))
        {
            return new CommandRejected
            {
                Provider = provider,
                Call = call,
                Name = native.Event,
                Operation = native.CommandUid,
                Failure = Failure(native.Event, $"The gateway took '{command}' and did not carry it out."),
            };
        }

        return new UnknownCallEvent { Provider = provider, Call = call, Name = native.Event, Operation = native.CommandUid };
    }

    // The gateway numbers the events of a session in the nested form. In the flat form an event that can happen only once is its own identity;
    // keys and room entries may truly repeat, and have none.
    private static CallEventId? IdentityOf(SessionGatewayEvent native, OperationId? operation)
    {
        if (native.Session.Value is not { Length: > 0 } session)
        {
            return native switch
            {
                ConferenceCreatedEvent { RoomId.Length: > 0 } created => new CallEventId($"{created.RoomId}:{native.Event}"),
                ConferenceDestroyedEvent { RoomId.Length: > 0 } destroyed => new CallEventId($"{destroyed.RoomId}:{native.Event}"),
                _ => null,
            };
        }

        if (NumberOf(native) is { } sequence)
            return new CallEventId(string.Create(CultureInfo.InvariantCulture, $"{session}:{sequence}"));

        return native switch
        {
            CallNewEvent or CallHangupEvent or CallAnsweredEvent { CommandUid: null } => new CallEventId($"{session}:{native.Event}"),
            UnknownSessionGatewayEvent => null,
            _ when operation is { } uid => new CallEventId($"{session}:{native.Event}:{uid}"),
            _ => null,
        };
    }

    private static bool ConcernsRoom(SessionGatewayEvent native) =>
        native is ConferenceCreatedEvent or ConferenceDestroyedEvent or ConferencePlayEvent;

    // Numbers begin with 1. What is below comes from a gateway that does not count, whose events are not one and the same for that. They are per
    // session: what events of rooms are numbered by, if at all, is not documented, so there they order nothing.
    private static long? NumberOf(SessionGatewayEvent native) =>
        native.Session != default && native.Sequence is >= 1 ? native.Sequence : null;

    private static bool IsKey(char digit) => char.IsAsciiDigit(digit) || digit is (>= 'A' and <= 'D') or (>= 'a' and <= 'd') or '*' or '#';

    private static GatherResult Result(DigitsCollectedEvent native)
    {
        var digits = native.Digits ?? "";
        var terminator = string.IsNullOrEmpty(native.Terminator) ? null : native.Terminator;
        return new GatherResult
        {
            Digits = digits,
            Terminator = terminator,
            Reason = native.Status switch
            {
                DigitsSucceeded => terminator is null ? GatherReason.InputComplete : GatherReason.Terminator,
                DigitsTimedOut => digits.Length == 0 ? GatherReason.NoInput : GatherReason.Incomplete,
                DigitsFailed => GatherReason.Invalid,
                _ => GatherReason.Unknown,
            },
        };
    }

    // The only length that the gateway gives in seconds.
    private static RecordingResult Result(RecordingCompletedEvent native) => new()
    {
        Urls = Uri.TryCreate(native.RecordingUrl, UriKind.Absolute, out var url) && url.IsHttp() ? [url] : [],
        Duration = native.DurationSeconds is >= 0 ? TimeSpan.FromSeconds(native.DurationSeconds.Value) : null,
    };

    private static OperationFailure Failure(string code, string message) => new() { Code = code, Message = message };

    // A length below zero is none.
    private static TimeSpan? Milliseconds(long? value) => value is >= 0 ? TimeSpan.FromMilliseconds(value.Value) : null;
}

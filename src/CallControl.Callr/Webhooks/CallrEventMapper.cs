using System.Globalization;

namespace CallControl.Callr;

/// <summary>Turns the vendor's requests into neutral events: each may be several. Stateless.</summary>
internal static class CallrEventMapper
{
    private const string PinError = "PIN_ERROR";
    private const string PinTimeout = "PIN_TIMEOUT";
    private const string Terminator = "#";
    private const int LongestName = 64;

    private static readonly OperationFailure PassedOver = new() { Message = "The vendor has gone on without a report on the command." };

    /// <summary>Maps a request: who calls, what became of a command, where the call stands; in this order.</summary>
    /// <param name="exchange">The request, and whose command it reports on.</param>
    /// <param name="call">The call.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="rawJson">The whole body.</param>
    /// <param name="receivedAt">When it came.</param>
    public static IReadOnlyList<CallEvent> Map(RealTimeExchange exchange, CallId call, string provider, ReadOnlyMemory<byte> rawJson, DateTimeOffset receivedAt)
    {
        var request = exchange.Request;
        var events = new List<CallEvent>(2);
        if (request.IsFirst && !request.IsTerminal)
        {
            events.Add(request.IsInbound
                ? With(new CallIncoming { Provider = "", Call = default, Name = "", From = request.CallerNumber, To = request.Number }, "begin") with { OccurredAt = request.StartedAt }
                : With(new CallInitiated { Provider = "", Call = default, Name = "", From = request.CallerNumber, To = request.Number }, "begin") with { OccurredAt = request.StartedAt });
        }

        if (exchange.IsAnswer)
            events.Add(With(new CallAnswered { Provider = "", Call = default, Name = "" }, "answered"));

        if (exchange.Lost is { Operation: { } passedOver })
            events.Add(With(new CommandRejected { Provider = "", Call = default, Name = "", Failure = PassedOver }, Identify("lost")) with { Operation = passedOver });

        // A command of which nothing is left but the end of the call is told by that.
        if (!request.IsFirst && !exchange.IsFiller && !(request.IsTerminal && request.Command == RealTimeCommandNames.Hangup))
            events.Add(With(Describe(exchange), Identify("report")) with { Operation = exchange.IsLast ? exchange.Turn!.Operation : null });

        if (request.IsTerminal)
        {
            events.Add(With(
                new CallEnded { Provider = "", Call = default, Name = "", Cause = CauseOf(request.Status) },
                "ended"));
        }
        else if (events.Count == 0 && !exchange.IsFiller)
        {
            events.Add(With(new UnknownCallEvent { Provider = "", Call = default, Name = "" }, Identify("state")));
        }

        return events;

        string Identify(string kind) => string.Create(CultureInfo.InvariantCulture, $"{request.CommandId}:{request.Command}:{request.Status}:{kind}");

        CallEvent With(CallEvent neutral, string identity) => neutral with
        {
            Provider = provider,
            Call = call,
            Name = NameOf(request),
            Id = new CallEventId($"{call}:{identity}"),
            ReceivedAt = receivedAt,
            NativeEvent = request,
            RawJson = rawJson,
        };
    }

    public static CallEvent Playback(RealTimeRequest report) => report switch
    {
        { IsTerminal: true, CommandError.Length: 0 } => new PlaybackEnded { Provider = "", Call = default, Name = "", Reason = PlaybackReason.CallEnded },
        _ when report.HasFailed() => new PlaybackEnded { Provider = "", Call = default, Name = "", Reason = PlaybackReason.Failed, Failure = report.ToFailure() },
        _ => new PlaybackEnded { Provider = "", Call = default, Name = "", Reason = PlaybackReason.Finished },
    };

    /// <param name="report">Of a <c>read</c>.</param>
    /// <param name="minDigits">The fewest digits that count.</param>
    /// <param name="maxDigits">The number of digits after which it ends at once; fewer were ended by the terminator. Null where it is not known.</param>
    public static CallEvent Gather(RealTimeRequest report, int minDigits = 1, int? maxDigits = null)
    {
        if (report.CommandError.Length > 0)
            return new CommandRejected { Provider = "", Call = default, Name = "", Failure = report.ToFailure() };

        var read = new ReadResult(report);
        var digits = read.Digits ?? "";
        var hasTerminator = read is { Digits: not null, IsCallOver: false } && digits.Length < maxDigits;
        return new GatherEnded
        {
            Provider = "",
            Call = default,
            Name = "",
            Result = new GatherResult
            {
                Digits = digits,
                Terminator = hasTerminator ? Terminator : null,
                Reason = read.IsCallOver ? GatherReason.CallEnded
                    : read.IsTimeout ? GatherReason.NoInput
                    : read.Digits is null ? GatherReason.Unknown
                    : digits.Length < minDigits ? GatherReason.Incomplete
                    : hasTerminator ? GatherReason.Terminator
                    : GatherReason.InputComplete,
            },
        };
    }

    public static CallEvent Recording(RealTimeRequest report) => report switch
    {
        { CommandError.Length: > 0 } => new RecordingFailed { Provider = "", Call = default, Name = "", Failure = report.ToFailure() },
        { Command: RealTimeCommandNames.StartCallRecording } => new RecordingStarted { Provider = "", Call = default, Name = "" },
        _ => new RecordingCompleted { Provider = "", Call = default, Name = "", Result = RecordingOf(report) },
    };

    /// <summary>The recording that a report names.</summary>
    public static RecordingResult RecordingOf(RealTimeRequest report) =>
        new() { Recording = string.IsNullOrWhiteSpace(report.CommandResult) ? null : new RecordingId(report.CommandResult) };

    /// <summary>Who answered, by whether somebody spoke briefly and then waited.</summary>
    public static CallEvent Detection(RealTimeRequest report) => new MachineDetected
    {
        Provider = "", Call = default, Name = "", AnsweredBy = new TalkDetectResult(report).IsTalk ? AnsweredBy.Human : AnsweredBy.Unknown,
    };

    public static CallEvent Transfer(RealTimeRequest report) => report.IsTerminal && report.CommandError.Length == 0
        ? new UnknownCallEvent { Provider = "", Call = default, Name = "" }
        : new TransferFailed
        {
            Provider = "",
            Call = default,
            Name = "",
            Failure = report.CommandError.Length > 0
                ? report.ToFailure()
                : new OperationFailure
                {
                    Message = new DialoutResult(report).IsNoAnswer ? "Nobody answered." : "The call could not be sent on.",
                    Code = report.CommandResult.Length > 0 ? report.CommandResult : null,
                },
        };

    public static CallEvent Bridge(RealTimeRequest report, CallId? with = null, BridgeId? bridge = null) => report switch
    {
        { CommandError.Length: > 0 } => new CommandRejected { Provider = "", Call = default, Name = "", Failure = report.ToFailure() },
        { CommandResult: PinError or PinTimeout } => new CommandRejected
        {
            Provider = "",
            Call = default,
            Name = "",
            Failure = new OperationFailure { Message = "The call was not let into the conference.", Code = report.CommandResult },
        },
        _ => new CallUnbridged
        {
            Provider = "", Call = default, Name = "", With = with, Bridge = bridge, Reason = report.CommandResult.Length > 0 ? report.CommandResult : null,
        },
    };

    // The parts of something composed are not told as if they were the whole.
    private static CallEvent Describe(RealTimeExchange exchange) => exchange switch
    {
        { Turn.Operation: not null, IsLast: false } => new UnknownCallEvent { Provider = "", Call = default, Name = "" },
        { Turn.Describe: { } describe } => describe(exchange.Request),
        _ => ByName(exchange.Request),
    };

    private static CallEvent ByName(RealTimeRequest report) => report.Command switch
    {
        RealTimeCommandNames.Play or RealTimeCommandNames.PlayRecord or RealTimeCommandNames.PlayWavData => Playback(report),
        RealTimeCommandNames.Read => Gather(report),
        RealTimeCommandNames.Record or RealTimeCommandNames.StartCallRecording or RealTimeCommandNames.StopCallRecording => Recording(report),
        RealTimeCommandNames.Dialout => Transfer(report),
        RealTimeCommandNames.Conference or RealTimeCommandNames.SimpleConference => Bridge(report),
        _ when report.CommandError.Length > 0 => new CommandRejected { Provider = "", Call = default, Name = "", Failure = report.ToFailure() },
        _ => new UnknownCallEvent { Provider = "", Call = default, Name = "" },
    };

    private static HangupCause CauseOf(RealTimeCallStatus status) => status switch
    {
        _ when status == RealTimeCallStatus.NoAnswer => HangupCause.NoAnswer,
        _ when status == RealTimeCallStatus.Busy => HangupCause.Busy,

        // By a carrier, or by the vendor itself: not by the called party.
        _ when status == RealTimeCallStatus.Congestion || status == RealTimeCallStatus.Rejected => HangupCause.Failed,
        _ => HangupCause.Normal,
    };

    // What comes from outside and is no plain word stays out of logs.
    private static string NameOf(RealTimeRequest request)
    {
        var name = request.IsFirst || request.IsTerminal ? request.Status.Value : request.Command;
        return name.Length <= LongestName && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-') ? name : "";
    }
}

using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Turns neutral requests into the vendor's commands and documents. What does not fit is refused here, in the words of the neutral request.</summary>
/// <remarks>This part: calls as such, in the order of <see cref="ICallControl"/>.</remarks>
internal static partial class SignalWireRequests
{
    private const string BeepField = "beep";
    private const string EndOnExitField = "end_on_exit";
    private const string TransferAfterBridgeField = "transfer_after_bridge";
    private const string StatusUrlField = "status_url";

    private static readonly Dictionary<string, string> DialNames = new()
    {
        ["from"] = nameof(DialRequest.From),
        ["to"] = nameof(DialRequest.To),
        ["timeout"] = nameof(DialRequest.RingTimeout),
    };

    private static readonly Dictionary<string, string> ConnectNames = new()
    {
        ["connect.to"] = nameof(TransferRequest.To),
        ["connect.from"] = nameof(TransferRequest.From),
        ["connect.timeout"] = nameof(TransferRequest.RingTimeout),
        ["connect.max_duration"] = nameof(TransferRequest.MaxDuration),
        ["connect.headers"] = nameof(TransferRequest.SipHeaders),
        ["connect.transfer_after_bridge"] = TransferAfterBridgeField,
        ["device.params.to"] = nameof(TransferRequest.To),
        ["device.params.from"] = nameof(TransferRequest.From),
    };

    private static readonly Dictionary<string, string> NoNames = [];

    public static DialCommand ToCommand(DialRequest request, SignalWireAddresses addresses, ProviderDescriptor provider)
    {
        var violations = new ViolationList();
        RefuseAmong(request, violations, StatusUrlField, "status_events");
        violations.CheckAbsent(nameof(request.MaxDuration), request.MaxDuration is not null, "the vendor's dial has no such limit");
        if (request.MachineDetection?.Timeout <= TimeSpan.Zero)
            violations.Add($"{nameof(request.MachineDetection)}.{nameof(MachineDetectionOptions.Timeout)}", "must be more than zero");

        violations.CheckAbsent(nameof(request.SipHeaders), request.SipHeaders.Count > 0, "the vendor's dial sends none");
        var command = new DialCommand
        {
            From = request.From.Value,
            To = TextOf(request.To),
            TimeoutSeconds = violations.WholeSeconds(nameof(request.RingTimeout), request.RingTimeout),
            Swml = SignalWireDocuments.Dialled(ToDetection(request.MachineDetection, addresses)),
            StatusUrl = addresses.Status,
            StatusEvents = [DialStatusEvent.Created, DialStatusEvent.Ringing, DialStatusEvent.Answered, DialStatusEvent.Ended],
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, DialNames, provider, default);
        return command;
    }

    /// <summary>The step that answers an inbound call.</summary>
    public static SwmlAnswer ToAnswer(AnswerRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations);
        var answer = new SwmlAnswer { AdditionalProperties = request.AdditionalProperties };
        ThrowIfAny(violations, answer, NoNames, provider, call);
        return answer;
    }

    /// <summary>A rejection both ways: as a step for a call that waits for its document, and as a command for one that does not.</summary>
    public static (SwmlHangup Step, EndCommand Command) ToReject(RejectRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        if (request.Cause != HangupCause.Rejected && request.Cause != HangupCause.Busy)
            violations.Add(nameof(request.Cause), $"must be '{HangupCause.Rejected}' or '{HangupCause.Busy}'", request.Cause.Value);

        return ToEnd(request.Cause, request, violations, provider, call);
    }

    /// <summary>A hang-up both ways: as a step for a call that waits for its document, and as a command for one that does not.</summary>
    public static (SwmlHangup Step, EndCommand Command) ToHangup(HangupRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        if (SignalWireCauses.ToVendor(request.Cause) is null)
        {
            violations.Add(
                nameof(request.Cause),
                $"must be '{HangupCause.Normal}', '{HangupCause.Busy}', '{HangupCause.Rejected}', '{HangupCause.NoAnswer}', '{HangupCause.Cancelled}' or '{HangupCause.Failed}'",
                request.Cause.Value);
        }

        return ToEnd(request.Cause, request, violations, provider, call);
    }

    /// <summary>A command for each of the two calls.</summary>
    public static (TransferCommand Near, TransferCommand Far) ToCommands(
        BridgeRequest request, OperationId id, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.With == default || request.With == call)
            violations.Add(nameof(request.With), "must be another call", request.With.Value);

        RefuseAmong(request, violations, "name", "status_callback", "status_callback_event", "status_callback_event_type", "status_callback_method");
        var join = new SwmlJoinConference
        {
            ConferenceName = $"callcontrol-{id}",
            Beep = IsReplaced(request, BeepField) ? null : SwmlConferenceBeep.Never,
            EndOnExit = IsReplaced(request, EndOnExitField) ? null : true,
            StatusCallback = addresses.StatusOf(id),
            StatusCallbackFormat = SwmlCallbackFormat.Relay,
            StatusCallbackEvents = [SwmlConferenceEvent.Start, SwmlConferenceEvent.End, SwmlConferenceEvent.Join, SwmlConferenceEvent.Leave],
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, join, NoNames, provider, call);
        return (
            new TransferCommand { Dest = SignalWireDocuments.Conference(join, isKept: request.KeepAfterwards != false) },
            new TransferCommand { Dest = SignalWireDocuments.Conference(join, isKept: true) });
    }

    /// <summary>The step that joins a call with a new leg.</summary>
    /// <param name="request">The transfer.</param>
    /// <param name="isRinging">Whether the call was not answered yet: it then rings until the new leg answers.</param>
    /// <param name="id">The operation.</param>
    /// <param name="addresses">Where the vendor is to report to.</param>
    /// <param name="provider">The account.</param>
    /// <param name="call">The call.</param>
    public static SwmlConnect ToConnect(
        TransferRequest request, bool isRinging, OperationId id, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, "to", StatusUrlField, "call_state_url", "call_state_events", "result");
        var ringSeconds = violations.WholeSeconds(nameof(request.RingTimeout), request.RingTimeout);
        var longestSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration);
        var additional = TakeText(request.AdditionalProperties, TransferAfterBridgeField, out var afterBridge);
        var connect = new SwmlConnect
        {
            To = TextOf(request.To),
            From = request.From is { Value.Length: > 0 } from && !IsReplaced(request, "from") ? from.Value : null,
            TimeoutSeconds = IsReplaced(request, "timeout") ? null : ringSeconds,
            MaxDurationSeconds = IsReplaced(request, "max_duration") ? null : longestSeconds,
            Headers = request.SipHeaders.Count == 0 || IsReplaced(request, "headers") ? null
                : [.. request.SipHeaders.Select(header => new SwmlHeader(header.Key, header.Value))],
            AnswerOnBridge = isRinging && !IsReplaced(request, "answer_on_bridge") ? true : null,
            TransferAfterBridge = afterBridge,
            StatusUrl = addresses.StatusOf(id),
            CallStateUrl = addresses.Status,
            CallStateEvents = [SwmlLegState.Created, SwmlLegState.Ringing, SwmlLegState.Answered, SwmlLegState.Ended],
            AdditionalProperties = additional,
        };
        CheckPlain(nameof(request.To), connect.To, violations);
        CheckPlain(nameof(request.From), connect.From, violations);
        foreach (var header in connect.Headers ?? [])
            CheckPlain(nameof(request.SipHeaders), header.Value, violations);

        ThrowIfAny(violations, connect, ConnectNames, provider, call);
        return connect;
    }

    public static ReferCommand ToRefer(TransferRequest request, OperationId id, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        const string FarEndCalls = "the far end makes the call";
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField);
        if (request.To is PhoneDestination)
            violations.Add(nameof(request.To), "must be a SIP address: the far end is to call it itself");

        violations.CheckAbsent(nameof(request.RingTimeout), request.RingTimeout is not null, FarEndCalls);
        violations.CheckAbsent(nameof(request.MaxDuration), request.MaxDuration is not null, FarEndCalls);
        violations.CheckAbsent(nameof(request.SipHeaders), request.SipHeaders.Count > 0, FarEndCalls);
        var command = new ReferCommand
        {
            Device = new SipReferDevice { To = TextOf(request.To), From = request.From is { Value.Length: > 0 } from ? from.Value : null },
            StatusUrl = addresses.StatusOf(id),
            AdditionalProperties = request.AdditionalProperties,
        };

        // What is wrong with the destination is said above, once.
        ThrowIfAny(violations, request.To is PhoneDestination ? null : command, ConnectNames, provider, call);
        return command;
    }

    private static (SwmlHangup Step, EndCommand Command) ToEnd(
        HangupCause cause, CallRequest request, ViolationList violations, ProviderDescriptor provider, CallId call)
    {
        RefuseAmong(request, violations);
        var command = new EndCommand { Reason = SignalWireCauses.ToVendor(cause), AdditionalProperties = request.AdditionalProperties };
        ThrowIfAny(violations, command, NoNames, provider, call);
        SwmlHangupReason? reason = IsReplaced(request, "reason") ? null : SignalWireCauses.ToStep(cause);
        return (new SwmlHangup { Reason = reason, AdditionalProperties = request.AdditionalProperties }, command);
    }

    private static SwmlDetectMachine? ToDetection(MachineDetectionOptions? options, SignalWireAddresses addresses) => options is null ? null : new()
    {
        DetectMessageEnd = options.WaitForBeep,
        TimeoutSeconds = options.Timeout?.TotalSeconds,
        StatusUrl = addresses.Status,
        Wait = false,
    };

    private static string TextOf(Destination destination) => destination switch
    {
        PhoneDestination phone => phone.Number,
        SipDestination sip => sip.Uri,
        AddressDestination address => address.Value,
        null => throw new ArgumentNullException(nameof(destination)),
        _ => throw new ArgumentOutOfRangeException(nameof(destination), destination, "This kind of destination is unknown."),
    };

    // Additional properties go before what is written here; in a step one member cannot be both.
    private static bool IsReplaced(CallRequest request, string member) => request.AdditionalProperties?.ContainsKey(member) == true;

    // The vendor evaluates expressions in documents. What comes from a caller must not become one.
    private static void CheckPlain(string field, string? value, ViolationList violations)
    {
        if (value is not null && SwmlRules.IsExpression(value))
            violations.Add(field, "must not hold an expression such as ${...}: those go into a document of your own, or AdditionalProperties");
    }

    // A member that this library has a rule for has to be a property.
    private static JsonObject? TakeText(JsonObject? additional, string member, out string? text)
    {
        text = additional?[member] is JsonValue value && value.TryGetValue<string>(out var given) ? given : null;
        if (text is null)
            return additional;

        var others = additional!.DeepClone().AsObject();
        others.Remove(member);
        return others;
    }

    // What ties commands and the vendor's reports to call and operation must be known here.
    private static void RefuseAmong(CallRequest request, ViolationList violations, params ReadOnlySpan<string> names)
    {
        foreach (var name in (ReadOnlySpan<string>)["id", "control_id", .. names])
        {
            if (request.AdditionalProperties?.ContainsKey(name) == true)
                violations.Add(name, "must be left out of the additional properties: reports are told by it");
        }
    }

    private static void ThrowIfAny(
        ViolationList violations, SignalWireCommand? command, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        violations.AddRange(ViolationsOf(command), names);
        violations.ThrowIfAny(provider.Name, call);
    }

    // Its additional properties are checked apart, in words that fit the neutral request.
    private static ViolationList ViolationsOf(SignalWireCommand? command)
    {
        var violations = new ViolationList();
        (command is null ? null : command with { AdditionalProperties = null })?.Validate(violations);
        return violations;
    }

    private static void ThrowIfAny(ViolationList violations, SwmlObjectMethod step, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        var ofStep = new ViolationList();
        (step with { AdditionalProperties = null }).Validate(ofStep, step.Name);
        violations.AddRange(ofStep, names);
        violations.ThrowIfAny(provider.Name, call);
    }
}

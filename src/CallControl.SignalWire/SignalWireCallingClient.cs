using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;
using Json = CallControl.SignalWire.SignalWireJsonContext;

namespace CallControl.SignalWire;

/// <inheritdoc cref="ISignalWireCallingClient"/>
internal sealed class SignalWireCallingClient : ISignalWireCallingClient
{
    private const string CommandsPath = "api/calling/calls";
    private const string LogsPath = "api/voice/logs";
    private const string GetLogName = "voice/logs/get";
    private const string ListLogsName = "voice/logs/list";
    private const string ListEventsName = "voice/logs/events";
    private const string CallField = "id";

    private readonly CommandTransport _transport;
    private readonly string _provider;
    private readonly Func<SignalWireOptions> _options;

    /// <summary>Binds a client to one account.</summary>
    /// <param name="transport">Carries the commands; speaks <see cref="SignalWireDialect"/>. Its base address is the space's.</param>
    /// <param name="provider">The registered name of the account.</param>
    /// <param name="options">The account's options as they are now: for the host that pages are asked for.</param>
    internal SignalWireCallingClient(CommandTransport transport, string provider, Func<SignalWireOptions> options)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        _transport = transport;
        _provider = provider;
        _options = options;
    }

    /// <inheritdoc/>
    public async Task<SignalWireCallLeg> DialAsync(DialCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        command.Validate(violations);
        violations.ThrowIfAny(_provider);
        var leg = await PostAsync(null, default, command, Json.Default.CommandMessageDialCommand, cancellationToken).ConfigureAwait(false);
        return leg.Id != default
            ? leg
            : throw new ProviderProtocolException(
                $"The answer of '{_provider}' to '{command.Name}' names no call.", new ErrorContext { Provider = _provider, Effect = CommandEffect.Unknown });
    }

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> UpdateAsync(CallId call, UpdateCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return SendAsync(call, command with { Id = call.Value }, Json.Default.CommandMessageUpdateCommand, cancellationToken, isIdAmongParameters: true);
    }

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> EndAsync(CallId call, EndCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageEndCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> DisconnectAsync(CallId call, DisconnectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageDisconnectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> TransferAsync(CallId call, TransferCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageTransferCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> ReferAsync(CallId call, ReferCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageReferCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> SendUserEventAsync(CallId call, SendUserEventCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageSendUserEventCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> PlayAsync(CallId call, PlayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessagePlayCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> PausePlayAsync(CallId call, PausePlayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessagePausePlayCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> ResumePlayAsync(CallId call, ResumePlayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageResumePlayCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopPlayAsync(CallId call, StopPlayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopPlayCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> SetPlayVolumeAsync(CallId call, SetPlayVolumeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageSetPlayVolumeCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> RecordAsync(CallId call, RecordCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageRecordCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> PauseRecordAsync(CallId call, PauseRecordCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessagePauseRecordCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> ResumeRecordAsync(CallId call, ResumeRecordCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageResumeRecordCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopRecordAsync(CallId call, StopRecordCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopRecordCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> CollectAsync(CallId call, CollectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageCollectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopCollectAsync(CallId call, StopCollectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopCollectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StartCollectInputTimersAsync(CallId call, StartCollectInputTimersCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStartCollectInputTimersCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> DetectAsync(CallId call, DetectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageDetectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopDetectAsync(CallId call, StopDetectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopDetectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> TapAsync(CallId call, TapCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageTapCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopTapAsync(CallId call, StopTapCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopTapCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StreamAsync(CallId call, StreamCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStreamCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopStreamAsync(CallId call, StopStreamCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopStreamCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> TranscribeAsync(CallId call, TranscribeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageTranscribeCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopTranscribeAsync(CallId call, StopTranscribeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopTranscribeCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> DenoiseAsync(CallId call, DenoiseCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageDenoiseCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopDenoiseAsync(CallId call, StopDenoiseCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopDenoiseCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> LiveTranscribeAsync(CallId call, LiveTranscribeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageLiveTranscribeCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> LiveTranslateAsync(CallId call, LiveTranslateCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageLiveTranslateCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> HoldAiAsync(CallId call, HoldAiCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageHoldAiCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> UnholdAiAsync(CallId call, UnholdAiCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageUnholdAiCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> SendAiMessageAsync(CallId call, SendAiMessageCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageSendAiMessageCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopAiAsync(CallId call, StopAiCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopAiCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StartAiSidecarAsync(CallId call, StartAiSidecarCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStartAiSidecarCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> PokeAiSidecarAsync(CallId call, PokeAiSidecarCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessagePokeAiSidecarCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> AskAiSidecarAsync(CallId call, AskAiSidecarCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageAskAiSidecarCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopAiSidecarAsync(CallId call, StopAiSidecarCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopAiSidecarCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> GetAiSidecarStatusAsync(CallId call, GetAiSidecarStatusCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageGetAiSidecarStatusCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopSendFaxAsync(CallId call, StopSendFaxCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopSendFaxCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLeg> StopReceiveFaxAsync(CallId call, StopReceiveFaxCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.CommandMessageStopReceiveFaxCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<SignalWireCallLog> GetCallLogAsync(CallId call, CancellationToken cancellationToken = default)
    {
        CheckCall(call);
        return GetAsync(GetLogName, LogPath(call), Json.Default.SignalWireCallLog, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SignalWireCallLogEventsPage> ListCallLogEventsAsync(CallId call, CancellationToken cancellationToken = default)
    {
        CheckCall(call);
        return ListPagesAsync(ListEventsName, LogPath(call) + "/events", call, Json.Default.SignalWireCallLogEventsPage, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SignalWireCallLogsPage> ListCallLogsAsync(CallLogQuery? query = null, CancellationToken cancellationToken = default)
    {
        var violations = new ViolationList();
        query?.Validate(violations);
        violations.ThrowIfAny(_provider);
        return ListPagesAsync(ListLogsName, LogsPath + query?.ToQueryString(), default, Json.Default.SignalWireCallLogsPage, cancellationToken);
    }

    private async Task<SignalWireCallLeg> SendAsync<TCommand>(
        CallId call, TCommand command, JsonTypeInfo<CommandMessage<TCommand>> type, CancellationToken cancellationToken, bool isIdAmongParameters = false)
        where TCommand : SignalWireCommand
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        violations.CheckRequired(CallField, call.Value);
        command.Validate(violations);
        violations.ThrowIfAny(_provider, call);
        var leg = await PostAsync(isIdAmongParameters ? null : call.Value, call, command, type, cancellationToken).ConfigureAwait(false);
        return leg.Id == default ? leg with { Id = call } : leg;
    }

    private async Task<SignalWireCallLeg> PostAsync<TCommand>(
        string? id, CallId call, TCommand command, JsonTypeInfo<CommandMessage<TCommand>> type, CancellationToken cancellationToken)
        where TCommand : SignalWireCommand
    {
        var message = new HttpCommand<CommandMessage<TCommand>>
        {
            Name = command.Name,
            Path = CommandsPath,
            Body = new CommandMessage<TCommand> { Command = command.Name, Id = id, Parameters = command },
            BodyType = type,
            AdditionalProperties = command.AdditionalProperties,
            AdditionalPropertiesIn = CommandMessage<TCommand>.ParametersField,
            Call = call,
            Operation = command.Operation,
        };
        var leg = await _transport.SendAsync(message, Json.Default.SignalWireCallLeg, cancellationToken).ConfigureAwait(false);
        return leg with { ControlId = command.Operation };
    }

    // Without the call: that there is no log does not say that a call is over.
    private Task<TAnswer> GetAsync<TAnswer>(string name, string path, JsonTypeInfo<TAnswer> type, CancellationToken cancellationToken)
        where TAnswer : class =>
        _transport.SendAsync(new HttpCommand<object> { Name = name, Method = HttpMethod.Get, Path = path }, type, cancellationToken);

    private async IAsyncEnumerable<TPage> ListPagesAsync<TPage>(
        string name, string path, CallId call, JsonTypeInfo<TPage> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : SignalWirePage
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = path;
        while (next is not null)
        {
            var page = await GetAsync(name, next, type, cancellationToken).ConfigureAwait(false);
            yield return page;

            next = NextPage(name, call, next, page.Links?.Next);
            if (next is not null && !seen.Add(next))
                throw Astray(name, call, "do not end: the address of a page came twice");
        }
    }

    // Relative to the page that it is on. Its query is the vendor's, for a token is in it; but our credentials go to no other host.
    private string? NextPage(string name, CallId call, string page, string? link)
    {
        if (string.IsNullOrWhiteSpace(link))
            return null;

        if (_options().SpaceUrl is { IsAbsoluteUri: true } space
            && Uri.TryCreate(space, page, out var here)
            && Uri.TryCreate(here, link, out var next)
            && Uri.Compare(space, next, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            return next.AbsoluteUri;
        }

        throw Astray(name, call, "go on at another host than the space's");
    }

    private ProviderProtocolException Astray(string name, CallId call, string what) =>
        new($"The pages of '{_provider}' for '{name}' {what}.", new ErrorContext { Provider = _provider, Call = call });

    // Dots would walk up the path whatever their encoding.
    private void CheckCall(CallId call)
    {
        var violations = new ViolationList();
        if (string.IsNullOrWhiteSpace(call.Value) || call.Value is "." or "..")
            violations.Add(CallField, "must be an identifier of the vendor's", $"'{call.Value}'");

        violations.ThrowIfAny(_provider, call);
    }

    private static string LogPath(CallId call) => $"{LogsPath}/{RequestPath.Segment(call.Value)}";
}

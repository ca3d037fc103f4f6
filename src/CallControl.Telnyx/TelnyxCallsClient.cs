using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;
using Json = CallControl.Telnyx.TelnyxJsonContext;

namespace CallControl.Telnyx;

/// <inheritdoc cref="ITelnyxCallsClient"/>
internal sealed class TelnyxCallsClient : ITelnyxCallsClient
{
    private const string CallsPath = "calls";
    private const string RetrieveName = "retrieve_call";
    private const string CallField = "call_control_id";

    private readonly CommandTransport _transport;
    private readonly string _provider;

    /// <summary>Binds a client to one account.</summary>
    /// <param name="transport">Carries the commands; speaks <see cref="TelnyxDialect"/>. Its base address ends in <c>/v2/</c>.</param>
    /// <param name="provider">The registered name of the account.</param>
    internal TelnyxCallsClient(CommandTransport transport, string provider)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(provider);
        _transport = transport;
        _provider = provider;
    }

    /// <inheritdoc/>
    public async Task<TelnyxCall> DialAsync(DialCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        command.Validate(violations);
        violations.ThrowIfAny(_provider);
        var message = new HttpCommand<DialCommand>
        {
            Name = command.Action,
            Path = CallsPath,
            Body = command,
            BodyType = Json.Default.DialCommand,
            AdditionalProperties = command.AdditionalProperties,
            Operation = command.CommandId,
        };
        var answer = await _transport.SendAsync(message, Json.Default.DataEnvelopeTelnyxCall, cancellationToken).ConfigureAwait(false);
        return answer.Data ?? throw WithoutCall(command.Action, default, command.CommandId);
    }

    /// <inheritdoc/>
    public async Task<TelnyxCall> GetCallAsync(CallId call, CancellationToken cancellationToken = default)
    {
        var violations = new ViolationList();
        CheckIdentifier(violations, CallField, call.Value);
        violations.ThrowIfAny(_provider, call);
        var message = new HttpCommand<object>
        {
            Name = RetrieveName,
            Method = HttpMethod.Get,
            Path = $"{CallsPath}/{RequestPath.Segment(call.Value)}",
            Call = call,
        };
        var answer = await _transport.SendAsync(message, Json.Default.DataEnvelopeTelnyxCall, cancellationToken).ConfigureAwait(false);
        return answer.Data ?? throw WithoutCall(RetrieveName, call, null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ActiveCallsPage> ListActiveCallsAsync(
        string connectionId, int? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connectionId);
        var violations = new ViolationList();
        CheckIdentifier(violations, "connection_id", connectionId);
        violations.CheckAtLeast("page[limit]", limit, 1);
        violations.ThrowIfAny(_provider);
        return ListPagesAsync($"connections/{RequestPath.Segment(connectionId)}/active_calls", limit, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AnswerCommandResult> AnswerAsync(CallId call, AnswerCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.AnswerCommand, Json.Default.DataEnvelopeAnswerCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> RejectAsync(CallId call, RejectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.RejectCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> HangupAsync(CallId call, HangupCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.HangupCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> BridgeAsync(CallId call, BridgeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.BridgeCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> TransferAsync(CallId call, TransferCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.TransferCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> ReferAsync(CallId call, ReferCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.ReferCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> UpdateClientStateAsync(CallId call, UpdateClientStateCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.UpdateClientStateCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken, method: HttpMethod.Put);

    /// <inheritdoc/>
    public Task<CommandResult> SwitchSupervisorRoleAsync(CallId call, SwitchSupervisorRoleCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.SwitchSupervisorRoleCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartPlaybackAsync(CallId call, StartPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartPlaybackCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopPlaybackAsync(CallId call, StopPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopPlaybackCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> SpeakAsync(CallId call, SpeakCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.SpeakCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartSuppressionAsync(CallId call, StartSuppressionCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartSuppressionCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopSuppressionAsync(CallId call, StopSuppressionCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopSuppressionCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> GatherAsync(CallId call, GatherCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.GatherCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> GatherUsingAudioAsync(CallId call, GatherUsingAudioCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.GatherUsingAudioCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> GatherUsingSpeakAsync(CallId call, GatherUsingSpeakCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.GatherUsingSpeakCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationResult> GatherUsingAiAsync(CallId call, GatherUsingAiCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.GatherUsingAiCommand, Json.Default.DataEnvelopeConversationResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopGatherAsync(CallId call, StopGatherCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopGatherCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> SendDtmfAsync(CallId call, SendDtmfCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.SendDtmfCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> SendSipInfoAsync(CallId call, SendSipInfoCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.SendSipInfoCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartRecordingAsync(CallId call, StartRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartRecordingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopRecordingAsync(CallId call, StopRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopRecordingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> PauseRecordingAsync(CallId call, PauseRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.PauseRecordingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> ResumeRecordingAsync(CallId call, ResumeRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.ResumeRecordingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartTranscriptionAsync(CallId call, StartTranscriptionCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartTranscriptionCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopTranscriptionAsync(CallId call, StopTranscriptionCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopTranscriptionCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartSiprecAsync(CallId call, StartSiprecCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartSiprecCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopSiprecAsync(CallId call, StopSiprecCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopSiprecCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartStreamingAsync(CallId call, StartStreamingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartStreamingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopStreamingAsync(CallId call, StopStreamingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopStreamingCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StartForkAsync(CallId call, StartForkCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartForkCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopForkAsync(CallId call, StopForkCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopForkCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> EnqueueAsync(CallId call, EnqueueCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.EnqueueCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> LeaveQueueAsync(CallId call, LeaveQueueCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.LeaveQueueCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationResult> StartAiAssistantAsync(CallId call, StartAiAssistantCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartAiAssistantCommand, Json.Default.DataEnvelopeConversationResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopAiAssistantAsync(CallId call, StopAiAssistantCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopAiAssistantCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationResult> JoinAiAssistantAsync(CallId call, JoinAiAssistantCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.JoinAiAssistantCommand, Json.Default.DataEnvelopeConversationResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> AddAiAssistantMessagesAsync(CallId call, AddAiAssistantMessagesCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.AddAiAssistantMessagesCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationRelayResult> StartConversationRelayAsync(CallId call, StartConversationRelayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StartConversationRelayCommand, Json.Default.DataEnvelopeConversationRelayResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> StopConversationRelayAsync(CallId call, StopConversationRelayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.StopConversationRelayCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandResult> PayAsync(CallId call, PayCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(call, command, Json.Default.PayCommand, Json.Default.DataEnvelopeCommandResult, cancellationToken);

    private async Task<TResult> SendAsync<TCommand, TResult>(
        CallId call,
        TCommand command,
        JsonTypeInfo<TCommand> type,
        JsonTypeInfo<DataEnvelope<TResult>> answerType,
        CancellationToken cancellationToken,
        HttpMethod? method = null)
        where TCommand : TelnyxCommand
        where TResult : TelnyxCommandResult, new()
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        CheckIdentifier(violations, CallField, call.Value);
        command.Validate(violations);
        violations.ThrowIfAny(_provider, call);
        var operation = (command as TelnyxCallCommand)?.CommandId;
        var message = new HttpCommand<TCommand>
        {
            Name = command.Action,
            Method = method ?? HttpMethod.Post,
            Path = $"{CallsPath}/{RequestPath.Segment(call.Value)}/actions/{command.Action}",
            Body = command,
            BodyType = type,
            AdditionalProperties = command.AdditionalProperties,
            Call = call,
            Operation = operation,
        };
        var answer = await _transport.SendAsync(message, answerType, cancellationToken).ConfigureAwait(false);
        return (answer.Data ?? new TResult()) with { CommandId = operation ?? default };
    }

    private async IAsyncEnumerable<ActiveCallsPage> ListPagesAsync(
        string path, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var message = new HttpCommand<object> { Name = "active_calls", Method = HttpMethod.Get, Path = path + Query(limit, after) };
            var page = await _transport.SendAsync(message, Json.Default.ActiveCallsPage, cancellationToken).ConfigureAwait(false);
            yield return page;

            after = page.Meta?.Cursors?.After;
            if (!string.IsNullOrEmpty(after) && !seen.Add(after))
            {
                throw new ProviderProtocolException(
                    $"The pages of '{_provider}' for 'active_calls' do not end: a cursor came twice.", new ErrorContext { Provider = _provider });
            }
        }
        while (!string.IsNullOrEmpty(after));
    }

    // The brackets of page[limit] and page[after], escaped.
    private static string Query(int? limit, string? after)
    {
        var size = limit is { } number ? string.Create(CultureInfo.InvariantCulture, $"page%5Blimit%5D={number}") : null;
        var position = after is null ? null : "page%5Bafter%5D=" + Uri.EscapeDataString(after);
        return (size, position) switch
        {
            (null, null) => "",
            (null, _) => "?" + position,
            (_, null) => "?" + size,
            _ => $"?{size}&{position}",
        };
    }

    private ProviderProtocolException WithoutCall(string name, CallId call, OperationId? operation) =>
        new(
            $"The answer of '{_provider}' to '{name}' names no call.",
            new ErrorContext { Provider = _provider, Call = call, Operation = operation, Effect = CommandEffect.Unknown });

    // Dots would walk up the path whatever their encoding.
    private static void CheckIdentifier(ViolationList violations, string field, string identifier)
    {
        if (string.IsNullOrWhiteSpace(identifier) || identifier is "." or "..")
            violations.Add(field, "must be an identifier of the vendor's", $"'{identifier}'");
    }
}

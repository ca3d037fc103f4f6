namespace CallControl.Telnyx;

/// <summary>The commands of Telnyx Call Control, as the vendor has them: dial, the question for a leg, 41 actions, and the list of legs that are up.</summary>
/// <remarks>
/// Thread-safe. Every command is checked before it is sent (<see cref="RequestValidationException"/>, with all breaches). Success means that Telnyx has
/// taken the command; what becomes of it is told by events. An instance of a command that has an id keeps it, so that it may be sent again without being carried out
/// twice. Other failures are <see cref="CallControlException"/>s; <see cref="TelnyxErrorExtensions.GetTelnyxErrors"/> gives all that Telnyx said.
/// </remarks>
public interface ITelnyxCallsClient
{
    /// <inheritdoc cref="DialCommand" path="/summary"/>
    /// <param name="command">See <see cref="DialCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The new leg, which is not up yet.</returns>
    Task<TelnyxCall> DialAsync(DialCommand command, CancellationToken cancellationToken = default);

    /// <summary>Asks for a leg; Telnyx answers until 10 minutes after its end.</summary>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<TelnyxCall> GetCallAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Lists the legs of an application that are up, page by page; each page is asked for when the one before has been taken.</summary>
    /// <param name="connectionId">The Call Control application.</param>
    /// <param name="limit">The most legs a page; 1 or more, null for the vendor's own number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ProviderProtocolException">A page's cursor leads back to a page that was there already.</exception>
    IAsyncEnumerable<ActiveCallsPage> ListActiveCallsAsync(string connectionId, int? limit = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="AnswerCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="AnswerCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<AnswerCommandResult> AnswerAsync(CallId call, AnswerCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="RejectCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="RejectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> RejectAsync(CallId call, RejectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="HangupCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="HangupCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> HangupAsync(CallId call, HangupCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BridgeCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="BridgeCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> BridgeAsync(CallId call, BridgeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransferCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="TransferCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> TransferAsync(CallId call, TransferCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ReferCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="ReferCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> ReferAsync(CallId call, ReferCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateClientStateCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="UpdateClientStateCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> UpdateClientStateAsync(CallId call, UpdateClientStateCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SwitchSupervisorRoleCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="SwitchSupervisorRoleCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> SwitchSupervisorRoleAsync(CallId call, SwitchSupervisorRoleCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartPlaybackCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartPlaybackCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartPlaybackAsync(CallId call, StartPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopPlaybackCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopPlaybackCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopPlaybackAsync(CallId call, StopPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SpeakCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="SpeakCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> SpeakAsync(CallId call, SpeakCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartSuppressionCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartSuppressionCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartSuppressionAsync(CallId call, StartSuppressionCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopSuppressionCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopSuppressionCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopSuppressionAsync(CallId call, StopSuppressionCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GatherCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="GatherCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> GatherAsync(CallId call, GatherCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GatherUsingAudioCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="GatherUsingAudioCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> GatherUsingAudioAsync(CallId call, GatherUsingAudioCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GatherUsingSpeakCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="GatherUsingSpeakCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> GatherUsingSpeakAsync(CallId call, GatherUsingSpeakCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GatherUsingAiCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="GatherUsingAiCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationResult> GatherUsingAiAsync(CallId call, GatherUsingAiCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopGatherCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopGatherCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopGatherAsync(CallId call, StopGatherCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SendDtmfCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="SendDtmfCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> SendDtmfAsync(CallId call, SendDtmfCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SendSipInfoCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="SendSipInfoCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> SendSipInfoAsync(CallId call, SendSipInfoCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartRecordingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartRecordingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartRecordingAsync(CallId call, StartRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopRecordingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopRecordingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopRecordingAsync(CallId call, StopRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PauseRecordingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="PauseRecordingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> PauseRecordingAsync(CallId call, PauseRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ResumeRecordingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="ResumeRecordingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> ResumeRecordingAsync(CallId call, ResumeRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartTranscriptionCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartTranscriptionCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartTranscriptionAsync(CallId call, StartTranscriptionCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopTranscriptionCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopTranscriptionCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopTranscriptionAsync(CallId call, StopTranscriptionCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartSiprecCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartSiprecCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartSiprecAsync(CallId call, StartSiprecCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopSiprecCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopSiprecCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopSiprecAsync(CallId call, StopSiprecCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartStreamingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartStreamingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartStreamingAsync(CallId call, StartStreamingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopStreamingCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopStreamingCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopStreamingAsync(CallId call, StopStreamingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartForkCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartForkCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StartForkAsync(CallId call, StartForkCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopForkCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopForkCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopForkAsync(CallId call, StopForkCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="EnqueueCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="EnqueueCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> EnqueueAsync(CallId call, EnqueueCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="LeaveQueueCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="LeaveQueueCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> LeaveQueueAsync(CallId call, LeaveQueueCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartAiAssistantCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartAiAssistantCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationResult> StartAiAssistantAsync(CallId call, StartAiAssistantCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopAiAssistantCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopAiAssistantCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopAiAssistantAsync(CallId call, StopAiAssistantCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="JoinAiAssistantCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="JoinAiAssistantCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationResult> JoinAiAssistantAsync(CallId call, JoinAiAssistantCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="AddAiAssistantMessagesCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="AddAiAssistantMessagesCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> AddAiAssistantMessagesAsync(CallId call, AddAiAssistantMessagesCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartConversationRelayCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StartConversationRelayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationRelayResult> StartConversationRelayAsync(CallId call, StartConversationRelayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopConversationRelayCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="StopConversationRelayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> StopConversationRelayAsync(CallId call, StopConversationRelayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PayCommand" path="/summary"/>
    /// <param name="call">The leg, by its call control id.</param>
    /// <param name="command">See <see cref="PayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandResult> PayAsync(CallId call, PayCommand command, CancellationToken cancellationToken = default);
}

namespace CallControl.SignalWire;

/// <summary>The commands of SignalWire's Calling API, as the vendor has them: 42 of them, and the logs of calls.</summary>
/// <remarks>
/// Thread-safe. Every command is checked before it is sent (<see cref="RequestValidationException"/>, with all breaches). Success means that SignalWire has
/// taken the command; what becomes of it is told by events, at the addresses that the command names. The vendor has no protection against a command that is sent twice, but for the id of a
/// running operation. Other failures are <see cref="CallControlException"/>s; <see cref="SignalWireErrorExtensions.GetSignalWireErrors"/> gives all that SignalWire said. A call that is over is a
/// <see cref="CallEndedException"/>. So is status 404, which the vendor also gives where the operation of a follow-up (a stop, a pause, a volume) is over: the call may live on then.
/// </remarks>
public interface ISignalWireCallingClient
{
    /// <inheritdoc cref="DialCommand" path="/summary"/>
    /// <param name="command">See <see cref="DialCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The new call, which is not up yet.</returns>
    Task<SignalWireCallLeg> DialAsync(DialCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpdateCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="UpdateCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> UpdateAsync(CallId call, UpdateCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="EndCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="EndCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> EndAsync(CallId call, EndCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DisconnectCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="DisconnectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> DisconnectAsync(CallId call, DisconnectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TransferCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="TransferCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> TransferAsync(CallId call, TransferCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ReferCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="ReferCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> ReferAsync(CallId call, ReferCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SendUserEventCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="SendUserEventCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> SendUserEventAsync(CallId call, SendUserEventCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PlayCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="PlayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> PlayAsync(CallId call, PlayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PausePlayCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="PausePlayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> PausePlayAsync(CallId call, PausePlayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ResumePlayCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="ResumePlayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> ResumePlayAsync(CallId call, ResumePlayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopPlayCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopPlayCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopPlayAsync(CallId call, StopPlayCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SetPlayVolumeCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="SetPlayVolumeCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> SetPlayVolumeAsync(CallId call, SetPlayVolumeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="RecordCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="RecordCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> RecordAsync(CallId call, RecordCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PauseRecordCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="PauseRecordCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> PauseRecordAsync(CallId call, PauseRecordCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ResumeRecordCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="ResumeRecordCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> ResumeRecordAsync(CallId call, ResumeRecordCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopRecordCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopRecordCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopRecordAsync(CallId call, StopRecordCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="CollectCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="CollectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> CollectAsync(CallId call, CollectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopCollectCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopCollectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopCollectAsync(CallId call, StopCollectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartCollectInputTimersCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StartCollectInputTimersCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StartCollectInputTimersAsync(CallId call, StartCollectInputTimersCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DetectCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="DetectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> DetectAsync(CallId call, DetectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopDetectCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopDetectCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopDetectAsync(CallId call, StopDetectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TapCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="TapCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> TapAsync(CallId call, TapCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopTapCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopTapCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopTapAsync(CallId call, StopTapCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StreamCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StreamCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StreamAsync(CallId call, StreamCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopStreamCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopStreamCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopStreamAsync(CallId call, StopStreamCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TranscribeCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="TranscribeCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> TranscribeAsync(CallId call, TranscribeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopTranscribeCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopTranscribeCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopTranscribeAsync(CallId call, StopTranscribeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DenoiseCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="DenoiseCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> DenoiseAsync(CallId call, DenoiseCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopDenoiseCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopDenoiseCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopDenoiseAsync(CallId call, StopDenoiseCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="LiveTranscribeCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="LiveTranscribeCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> LiveTranscribeAsync(CallId call, LiveTranscribeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="LiveTranslateCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="LiveTranslateCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> LiveTranslateAsync(CallId call, LiveTranslateCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="HoldAiCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="HoldAiCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> HoldAiAsync(CallId call, HoldAiCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UnholdAiCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="UnholdAiCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> UnholdAiAsync(CallId call, UnholdAiCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SendAiMessageCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="SendAiMessageCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> SendAiMessageAsync(CallId call, SendAiMessageCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopAiCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopAiCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopAiAsync(CallId call, StopAiCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartAiSidecarCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StartAiSidecarCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StartAiSidecarAsync(CallId call, StartAiSidecarCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PokeAiSidecarCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="PokeAiSidecarCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> PokeAiSidecarAsync(CallId call, PokeAiSidecarCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="AskAiSidecarCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="AskAiSidecarCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> AskAiSidecarAsync(CallId call, AskAiSidecarCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopAiSidecarCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopAiSidecarCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopAiSidecarAsync(CallId call, StopAiSidecarCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetAiSidecarStatusCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="GetAiSidecarStatusCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> GetAiSidecarStatusAsync(CallId call, GetAiSidecarStatusCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopSendFaxCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopSendFaxCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopSendFaxAsync(CallId call, StopSendFaxCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopReceiveFaxCommand" path="/summary"/>
    /// <param name="call">The call, by its id.</param>
    /// <param name="command">See <see cref="StopReceiveFaxCommand"/> for fields and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SignalWireCallLeg> StopReceiveFaxAsync(CallId call, StopReceiveFaxCommand command, CancellationToken cancellationToken = default);

    /// <summary>Asks for the log of a call.</summary>
    /// <param name="call">The call. Unverified: the vendor calls it the call's segment id here, which for a call that was not handed over is the call's own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="CommandRejectedException">There is no such log; there may be such a call.</exception>
    Task<SignalWireCallLog> GetCallLogAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Lists what happened in a call, page by page; each page is asked for when the one before has been taken.</summary>
    /// <param name="call">The call, as in <see cref="GetCallLogAsync"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="CommandRejectedException">There is no such log; there may be such a call.</exception>
    /// <exception cref="ProviderProtocolException">The address of a next page is that of another host, or leads back to a page that was there already.</exception>
    IAsyncEnumerable<SignalWireCallLogEventsPage> ListCallLogEventsAsync(CallId call, CancellationToken cancellationToken = default);

    /// <summary>Lists the logs of calls, page by page; each page is asked for when the one before has been taken.</summary>
    /// <param name="query">Which ones; null for all.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ProviderProtocolException">The address of a next page is that of another host, or leads back to a page that was there already.</exception>
    IAsyncEnumerable<SignalWireCallLogsPage> ListCallLogsAsync(CallLogQuery? query = null, CancellationToken cancellationToken = default);
}

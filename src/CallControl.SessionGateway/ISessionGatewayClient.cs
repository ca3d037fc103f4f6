namespace CallControl.SessionGateway;

/// <summary>The gateway's whole API, one method an endpoint, in the gateway's own words.</summary>
/// <remarks>
/// <para>
/// Thread-safe. A command is checked against the gateway's rules first; then it waits for its turn where the gateway wants a pause between
/// commands of a session or a room (<c>/guides/rate-limits/</c>); then it is sent, once. What a command does, when it reports, and which pause it
/// keeps stands at its record.
/// </para>
/// <para>
/// Every method throws, besides what it documents: <see cref="RequestValidationException"/> (every breach at once, nothing was sent),
/// <see cref="CallEndedException"/> (404 on a session), <see cref="CommandRejectedException"/> (400, 409, 404 on a room and other refusals),
/// <see cref="AuthenticationFailedException"/> (401; 403 where the session or the room is another application's),
/// <see cref="RateLimitedException"/> (429, whether of the application's quota or of a pause: the answer is not known to say),
/// <see cref="ProviderUnavailableException"/> and <see cref="ProviderProtocolException"/>. A cancelled token gives up waiting; a command that was
/// sent may be carried out all the same.
/// </para>
/// <para>Unverified, where a record or a method says so: the vendor's page could be seen in part only.</para>
/// </remarks>
public interface ISessionGatewayClient
{
    /// <inheritdoc cref="AnswerCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="AnswerCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> AnswerAsync(CallId session, AnswerCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="HangupCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="HangupCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> HangupAsync(CallId session, HangupCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DisconnectCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="DisconnectCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> DisconnectAsync(CallId session, DisconnectCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartPlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="StartPlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> StartPlaybackAsync(CallId session, StartPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopPlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="StopPlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> StopPlaybackAsync(CallId session, StopPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PausePlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="PausePlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> PausePlaybackAsync(CallId session, PausePlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="ResumePlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="ResumePlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> ResumePlaybackAsync(CallId session, ResumePlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SeekPlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="SeekPlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> SeekPlaybackAsync(CallId session, SeekPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="RestartPlaybackCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="RestartPlaybackCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> RestartPlaybackAsync(CallId session, RestartPlaybackCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PlaySilenceCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="PlaySilenceCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> PlaySilenceAsync(CallId session, PlaySilenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PlayAndGetDigitsCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="PlayAndGetDigitsCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> PlayAndGetDigitsAsync(CallId session, PlayAndGetDigitsCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StartRecordingCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="StartRecordingCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> StartRecordingAsync(CallId session, StartRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopRecordingCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="StopRecordingCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> StopRecordingAsync(CallId session, StopRecordingCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="JoinConferenceCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="JoinConferenceCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> JoinConferenceAsync(CallId session, JoinConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="LeaveConferenceCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="LeaveConferenceCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> LeaveConferenceAsync(CallId session, LeaveConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="MuteConferenceCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="MuteConferenceCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> MuteConferenceAsync(CallId session, MuteConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UnmuteConferenceCommand" path="/summary"/>
    /// <param name="session">The session, by the <c>session_uuid</c> of its events.</param>
    /// <param name="command">See <see cref="UnmuteConferenceCommand"/> for fields, pause and events.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CommandAccepted> UnmuteConferenceAsync(CallId session, UnmuteConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="CreateConferenceCommand" path="/summary"/>
    /// <param name="command">Its name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="CommandRejectedException">
    /// With status 409 where the application has a room of that name; <see cref="SessionGatewayErrorExtensions.GetExistingRoomId"/> gives its id.
    /// </exception>
    /// <remarks>Source: <c>/endpoints/conference/</c>.</remarks>
    Task<ConferenceCreated> CreateConferenceAsync(CreateConferenceCommand command, CancellationToken cancellationToken = default);

    /// <summary>Lists the rooms of this application.</summary>
    /// <param name="query">The query's parameters; null for none. Unverified: which there are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer's shape. Source: <c>/endpoints/conference/</c>.</remarks>
    Task<GatewayAnswer> ListConferencesAsync(IReadOnlyDictionary<string, string>? query = null, CancellationToken cancellationToken = default);

    /// <summary>Describes a room.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: path and answer. Source: <c>/endpoints/conference/</c>.</remarks>
    Task<GatewayAnswer> GetConferenceAsync(string roomId, CancellationToken cancellationToken = default);

    /// <summary>Closes a room; <c>conference.destroyed</c> follows.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer, and what becomes of those who are in it. Source: <c>/webhooks/conference-events/</c>.</remarks>
    Task<GatewayAnswer> DeleteConferenceAsync(string roomId, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PlayConferenceCommand" path="/summary"/>
    /// <param name="roomId">The room.</param>
    /// <param name="command">See <see cref="PlayConferenceCommand"/> for fields and pause.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer.</remarks>
    Task<GatewayAnswer> PlayConferenceAsync(string roomId, PlayConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="PauseConferenceCommand" path="/summary"/>
    /// <param name="roomId">The room.</param>
    /// <param name="command">See <see cref="PauseConferenceCommand"/> for fields and pause.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer.</remarks>
    Task<GatewayAnswer> PauseConferenceAsync(string roomId, PauseConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="StopConferenceCommand" path="/summary"/>
    /// <param name="roomId">The room.</param>
    /// <param name="command">See <see cref="StopConferenceCommand"/> for fields and pause.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer.</remarks>
    Task<GatewayAnswer> StopConferenceAsync(string roomId, StopConferenceCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SetConferenceVolumeCommand" path="/summary"/>
    /// <param name="roomId">The room.</param>
    /// <param name="command">See <see cref="SetConferenceVolumeCommand"/> for fields and pause.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <remarks>Unverified: the answer.</remarks>
    Task<GatewayAnswer> SetConferenceVolumeAsync(string roomId, SetConferenceVolumeCommand command, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="UpsertAppCommand" path="/summary"/>
    /// <param name="appId">The application: 1 to 64 letters, digits, hyphens and underscores.</param>
    /// <param name="command">What it is to be.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="AuthenticationFailedException">
    /// The administration key is refused; or <see cref="SessionGatewayOptions.AdminApiKey"/> is not set, and nothing was sent.
    /// </exception>
    /// <exception cref="ProviderUnavailableException">With status 503 also where the gateway runs without an administration key.</exception>
    /// <remarks>Source: <c>/endpoints/admin/</c>.</remarks>
    Task<GatewayApp> UpsertAppAsync(string appId, UpsertAppCommand command, CancellationToken cancellationToken = default);

    /// <summary>Asks whether the gateway is well: it is, if this does not throw.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What it answered; an answer that is not JSON is taken too, and reads as none.</returns>
    /// <remarks>Not counted against the application's quota. Unverified: the method, whether it wants the application's key (it is sent), and the answer. Source: <c>/guides/rate-limits/</c>.</remarks>
    Task<GatewayAnswer> GetHealthAsync(CancellationToken cancellationToken = default);
}

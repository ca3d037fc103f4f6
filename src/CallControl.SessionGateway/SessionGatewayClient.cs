using System.Text;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;
using Json = CallControl.SessionGateway.SessionGatewayJsonContext;

namespace CallControl.SessionGateway;

/// <inheritdoc cref="ISessionGatewayClient"/>
internal sealed class SessionGatewayClient : ISessionGatewayClient
{
    private const string ConferencesPath = "api/v1/conferences";

    private readonly CommandTransport _transport;
    private readonly CooldownPacer _pacer;
    private readonly string _provider;

    /// <summary>Binds a client to one account.</summary>
    /// <param name="transport">Carries the commands; speaks <see cref="SessionGatewayDialect"/>.</param>
    /// <param name="pacer">Keeps the pauses; one for all clients of the account.</param>
    /// <param name="provider">The registered name of the account.</param>
    internal SessionGatewayClient(CommandTransport transport, CooldownPacer pacer, string provider)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(pacer);
        ArgumentNullException.ThrowIfNull(provider);
        _transport = transport;
        _pacer = pacer;
        _provider = provider;
    }

    /// <inheritdoc/>
    public Task<CommandAccepted> AnswerAsync(CallId session, AnswerCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.AnswerCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> HangupAsync(CallId session, HangupCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.HangupCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> DisconnectAsync(CallId session, DisconnectCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.DisconnectCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> StartPlaybackAsync(CallId session, StartPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.StartPlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> StopPlaybackAsync(CallId session, StopPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.StopPlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> PausePlaybackAsync(CallId session, PausePlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.PausePlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> ResumePlaybackAsync(CallId session, ResumePlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.ResumePlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> SeekPlaybackAsync(CallId session, SeekPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.SeekPlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> RestartPlaybackAsync(CallId session, RestartPlaybackCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.RestartPlaybackCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> PlaySilenceAsync(CallId session, PlaySilenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.PlaySilenceCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> PlayAndGetDigitsAsync(CallId session, PlayAndGetDigitsCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.PlayAndGetDigitsCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> StartRecordingAsync(CallId session, StartRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.StartRecordingCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> StopRecordingAsync(CallId session, StopRecordingCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.StopRecordingCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> JoinConferenceAsync(CallId session, JoinConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.JoinConferenceCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> LeaveConferenceAsync(CallId session, LeaveConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.LeaveConferenceCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> MuteConferenceAsync(CallId session, MuteConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.MuteConferenceCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<CommandAccepted> UnmuteConferenceAsync(CallId session, UnmuteConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(session, command, Json.Default.UnmuteConferenceCommand, cancellationToken);

    /// <inheritdoc/>
    public Task<ConferenceCreated> CreateConferenceAsync(CreateConferenceCommand command, CancellationToken cancellationToken = default) =>
        CreateAsync(command, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> ListConferencesAsync(IReadOnlyDictionary<string, string>? query = null, CancellationToken cancellationToken = default) =>
        RequestAsync(HttpMethod.Get, "conferences", ConferencesPath + Query(query), cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> GetConferenceAsync(string roomId, CancellationToken cancellationToken = default) =>
        RequestRoomAsync(HttpMethod.Get, roomId, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> DeleteConferenceAsync(string roomId, CancellationToken cancellationToken = default) =>
        RequestRoomAsync(HttpMethod.Delete, roomId, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> PlayConferenceAsync(string roomId, PlayConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(roomId, "play", command, Json.Default.PlayConferenceCommand, CooldownGroup.ConferencePlay, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> PauseConferenceAsync(string roomId, PauseConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(roomId, "pause", command, Json.Default.PauseConferenceCommand, CooldownGroup.ConferenceControl, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> StopConferenceAsync(string roomId, StopConferenceCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(roomId, "stop", command, Json.Default.StopConferenceCommand, CooldownGroup.ConferenceControl, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayAnswer> SetConferenceVolumeAsync(string roomId, SetConferenceVolumeCommand command, CancellationToken cancellationToken = default) =>
        SendAsync(roomId, "volume", command, Json.Default.SetConferenceVolumeCommand, CooldownGroup.ConferenceControl, cancellationToken);

    /// <inheritdoc/>
    public Task<GatewayApp> UpsertAppAsync(string appId, UpsertAppCommand command, CancellationToken cancellationToken = default) =>
        SendAdminAsync(appId, command, cancellationToken);

    /// <inheritdoc/>
    public async Task<GatewayAnswer> GetHealthAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await RequestAsync(HttpMethod.Get, "health", "health", cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderProtocolException exception) when (exception.Error is { StatusCode: >= 200 and < 300 })
        {
            // Health pages like to answer in words.
            return new GatewayAnswer();
        }
    }

    private async Task<CommandAccepted> SendAsync<TCommand>(
        CallId session, TCommand command, JsonTypeInfo<TCommand> type, CancellationToken cancellationToken)
        where TCommand : SessionCommand
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        CheckIdentifier(violations, "session_uuid", session.Value);
        command.Validate(violations);
        violations.ThrowIfAny(_provider, session);
        var message = new HttpCommand<TCommand>
        {
            Name = command.Path,
            Path = $"api/v1/sessions/{RequestPath.Segment(session.Value)}/commands/{command.Path}",
            Body = command,
            BodyType = type,
            AdditionalProperties = command.AdditionalProperties,
            Call = session,
            Operation = command.CommandUid,
        };
        var accepted = await SendPacedAsync(
            message, Json.Default.CommandAccepted, command.Cooldown, session.Value, cancellationToken, command.BeforeSending).ConfigureAwait(false);
        return accepted with { CommandUid = command.CommandUid };
    }

    private async Task<GatewayAnswer> SendAsync<TCommand>(
        string roomId, string action, TCommand command, JsonTypeInfo<TCommand> type, CooldownGroup cooldown, CancellationToken cancellationToken)
        where TCommand : RoomCommand
    {
        ArgumentNullException.ThrowIfNull(roomId);
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        CheckIdentifier(violations, "room_id", roomId);
        command.Validate(violations);
        violations.ThrowIfAny(_provider);
        var message = new HttpCommand<TCommand>
        {
            Name = "conferences/" + action,
            Path = $"{ConferencesPath}/{RequestPath.Segment(roomId)}/{action}",
            Body = command,
            BodyType = type,
            AdditionalProperties = command.AdditionalProperties,
        };
        return await SendPacedAsync(message, Json.Default.GatewayAnswer, cooldown, roomId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConferenceCreated> CreateAsync(CreateConferenceCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        command.Validate(violations);
        violations.ThrowIfAny(_provider);
        var message = new HttpCommand<CreateConferenceCommand>
        {
            Name = "conferences",
            Path = ConferencesPath,
            Body = command,
            BodyType = Json.Default.CreateConferenceCommand,
            AdditionalProperties = command.AdditionalProperties,
        };
        return await _transport.SendAsync(message, Json.Default.ConferenceCreated, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GatewayApp> SendAdminAsync(string appId, UpsertAppCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(appId);
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        violations.CheckText("app_id", appId, 1, VendorText.LongestAppId, VendorText.NameCharacters, "letters, digits, hyphens and underscores");
        command.Validate(violations);
        violations.ThrowIfAny(_provider);
        var message = new HttpCommand<UpsertAppCommand>
        {
            Name = "admin/apps",
            Path = "admin/apps/" + appId,
            Body = command,
            BodyType = Json.Default.UpsertAppCommand,
            AdditionalProperties = command.AdditionalProperties,
            CredentialScope = SessionGatewayDialect.AdminScope,
        };
        return await _transport.SendAsync(message, Json.Default.GatewayApp, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GatewayAnswer> RequestRoomAsync(HttpMethod method, string roomId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(roomId);
        var violations = new ViolationList();
        CheckIdentifier(violations, "room_id", roomId);
        violations.ThrowIfAny(_provider);
        return await RequestAsync(method, "conferences", $"{ConferencesPath}/{RequestPath.Segment(roomId)}", cancellationToken).ConfigureAwait(false);
    }

    private Task<GatewayAnswer> RequestAsync(HttpMethod method, string name, string path, CancellationToken cancellationToken) =>
        _transport.SendAsync(new HttpCommand<object> { Name = name, Method = method, Path = path }, Json.Default.GatewayAnswer, cancellationToken);

    // The pause begins when the answer is there, however it turned out: the gateway may count a command that it refused.
    private async ValueTask<TAnswer> SendPacedAsync<TBody, TAnswer>(
        HttpCommand<TBody> message,
        JsonTypeInfo<TAnswer> answerType,
        CooldownGroup? cooldown,
        string subject,
        CancellationToken cancellationToken,
        IBeforeSending? beforeSending = null)
        where TBody : class
        where TAnswer : class
    {
        using var turn = cooldown is null
            ? null
            : await _pacer.WaitAsync(cooldown.Name, subject, cooldown.Pause, cancellationToken).ConfigureAwait(false);
        beforeSending?.OnSending();
        return await _transport.SendAsync(message, answerType, cancellationToken).ConfigureAwait(false);
    }

    // Dots would walk up the path whatever their encoding.
    private static void CheckIdentifier(ViolationList violations, string field, string identifier)
    {
        if (string.IsNullOrWhiteSpace(identifier) || identifier is "." or "..")
            violations.Add(field, "must be an identifier of the gateway", $"'{identifier}'");
    }

    private static string Query(IReadOnlyDictionary<string, string>? query)
    {
        if (query is null)
            return "";

        var text = new StringBuilder();
        foreach (var (name, value) in query)
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));

        return text.ToString();
    }
}

using System.Text.RegularExpressions;

namespace CallControl.Testing;

/// <summary>All commands of a call, by the path behind <c>/commands/</c>.</summary>
internal static partial class SessionCommands
{
    private const int MaxUrlLength = 2048;
    private const int MaxOffsetSeconds = 86_400;
    private const int MaxCollectionMilliseconds = 120_000;

    private static readonly Dictionary<string, SessionCommand> All = new(StringComparer.Ordinal)
    {
        ["answer"] = Deferred(null, static (session, result) => session.Answer(result)),
        ["hangup"] = new(null, Deferred: false, ["cause"], BindHangup),
        ["disconnect"] = Immediate(null, static (session, result) =>
        {
            result.Give(success: true);
            session.End(HangupCauses.Completed);
        }),

        ["playback/start"] = new(CooldownGroup.Playback, Deferred: true, ["urls", "offset_sec"], BindPlaybackStart),
        ["playback/silence"] = Deferred(CooldownGroup.Playback, static (session, result) => session.Playback.StartSilence(result)),
        ["playback/stop"] = Immediate(CooldownGroup.Seek, static (session, result) => session.Playback.Stop(result)),
        ["playback/pause"] = Immediate(CooldownGroup.Seek, static (session, result) => session.Playback.Pause(result)),
        ["playback/resume"] = Immediate(CooldownGroup.Seek, static (session, result) => session.Playback.Resume(result)),
        ["playback/restart"] = Immediate(CooldownGroup.Seek, static (session, result) => session.Playback.Restart(result)),
        ["playback/seek"] = new(CooldownGroup.Seek, Deferred: false, ["position_ms"], BindSeek),
        ["play_and_get_digits"] = new(CooldownGroup.Heavy, Deferred: true, DigitsRequest.Fields, BindDigits),

        // The endpoint pages put record/stop into the heavy group, the rate-limit guide into the seek group; the stricter one holds.
        ["record/start"] = Immediate(CooldownGroup.Heavy, static (session, result) => session.Recording.Start(result)),
        ["record/stop"] = Immediate(CooldownGroup.Heavy, static (session, result) => session.Recording.Stop(result)),

        // Unverified: that these are immediate, and the field that names the room.
        ["conference/join"] = new(CooldownGroup.Conference, Deferred: false, ["room_id"], BindJoin),
        ["conference/leave"] = Immediate(CooldownGroup.Conference, static (session, result) => session.Membership.Leave(result)),
        ["conference/mute"] = Immediate(CooldownGroup.ConferenceMute, static (session, result) => session.Membership.Mute(result)),
        ["conference/unmute"] = Immediate(CooldownGroup.ConferenceMute, static (session, result) => session.Membership.Mute(result)),
    };

    public static SessionCommand? Find(string name) => All.GetValueOrDefault(name);

    private static SessionCommand Immediate(CooldownGroup? group, CommandEffect effect) =>
        new(group, Deferred: false, [], (_, _, _) => effect);

    private static SessionCommand Deferred(CooldownGroup? group, CommandEffect effect) =>
        new(group, Deferred: true, [], (_, _, _) => effect);

    private static CommandEffect BindHangup(RequestFields fields, GatewayContext context, string appId)
    {
        var cause = fields.Text("cause") ?? "NORMAL_CLEARING";
        if (cause.Length > 64 || !CausePattern().IsMatch(cause))
            fields.Refuse("cause must be at most 64 capital letters and underscores");
        return (session, result) =>
        {
            result.Give(success: true);
            session.End(HangupCauses.Sanitize(cause));
        };
    }

    private static CommandEffect BindPlaybackStart(RequestFields fields, GatewayContext context, string appId)
    {
        var urls = fields.Urls("urls", required: true, MaxUrlLength);
        var offset = fields.Integer("offset_sec", min: 0, MaxOffsetSeconds);
        if (offset is not null && urls.Length > 1)
            fields.Refuse("offset_sec is not allowed with more than one url");
        return (session, result) => session.Playback.Start(result, urls, TimeSpan.FromSeconds(offset ?? 0));
    }

    private static CommandEffect BindSeek(RequestFields fields, GatewayContext context, string appId)
    {
        var position = fields.Integer("position_ms");
        if (position is null)
            fields.Refuse("position_ms is required");
        if (position == 0)
            fields.Refuse("position_ms must not be zero");
        return (session, result) => session.Playback.Seek(result, position ?? 0);
    }

    private static CommandEffect BindDigits(RequestFields fields, GatewayContext context, string appId)
    {
        var request = new DigitsRequest
        {
            PromptFiles = fields.Urls("prompt_files", required: true),
            InvalidFiles = fields.Urls("invalid_files", required: false),
            MinDigits = (int)(fields.Integer("min_digits", 0, 128) ?? 1),
            MaxDigits = (int)(fields.Integer("max_digits", 1, 128) ?? 10),
            MaxTries = (int)(fields.Integer("max_tries", 1, 10) ?? 3),
            Timeout = TimeSpan.FromMilliseconds(fields.Integer("timeout", 1000, 300_000) ?? 5000),
            Terminators = fields.Text("terminators") ?? "#",
        };
        if (request.MinDigits > request.MaxDigits)
            fields.Refuse("min_digits must not exceed max_digits");
        if ((request.Timeout * request.MaxTries).TotalMilliseconds > MaxCollectionMilliseconds)
            fields.Refuse("timeout times max_tries must not exceed 120000 ms");

        // Unverified: that no terminator at all is allowed.
        if (request.Terminators.Length > 16 || request.Terminators.AsSpan().ContainsAnyExcept('#', '*'))
            fields.Refuse("terminators must be at most 16 of # and *");
        return (session, result) => session.Digits.Start(result, request);
    }

    private static CommandEffect BindJoin(RequestFields fields, GatewayContext context, string appId)
    {
        var roomId = fields.Text("room_id");
        if (roomId is null)
            fields.Refuse("room_id is required");
        var room = roomId is null ? null : context.Rooms.Find(roomId);
        if (room is null)
            fields.Refuse(GatewayErrors.RoomNotFound, statusCode: 404);
        else if (room.AppId != appId)
            fields.Refuse(GatewayErrors.ForeignRoom, statusCode: 403);
        return (session, result) => session.Membership.Join(result, room!);
    }

    [GeneratedRegex(@"^[A-Z_]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CausePattern();
}

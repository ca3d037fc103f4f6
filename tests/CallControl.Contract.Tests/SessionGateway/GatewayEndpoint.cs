namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>One endpoint of the session gateway.</summary>
/// <param name="Name">Its name, with which the names of its mapping files begin.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, with the placeholders of the mapping files.</param>
public sealed record GatewayEndpoint(string Name, string Method, string Path)
{
    private const string Commands = "/api/v1/sessions/@@SESSION@@/commands/";
    private const string Conferences = "/api/v1/conferences";
    private const string Room = Conferences + "/@@ROOM@@";

    /// <summary>All endpoints the vendor's documentation names, each of which must have a <c>success</c> mapping.</summary>
    public static IReadOnlyList<GatewayEndpoint> All { get; } =
    [
        new("answer", "POST", Commands + "answer"),
        new("hangup", "POST", Commands + "hangup"),
        new("disconnect", "POST", Commands + "disconnect"),
        new("playback_start", "POST", Commands + "playback/start"),
        new("playback_stop", "POST", Commands + "playback/stop"),
        new("playback_pause", "POST", Commands + "playback/pause"),
        new("playback_resume", "POST", Commands + "playback/resume"),
        new("playback_restart", "POST", Commands + "playback/restart"),
        new("playback_seek", "POST", Commands + "playback/seek"),
        new("playback_silence", "POST", Commands + "playback/silence"),
        new("play_and_get_digits", "POST", Commands + "play_and_get_digits"),
        new("record_start", "POST", Commands + "record/start"),
        new("record_stop", "POST", Commands + "record/stop"),
        new("conference_join", "POST", Commands + "conference/join"),
        new("conference_leave", "POST", Commands + "conference/leave"),
        new("conference_mute", "POST", Commands + "conference/mute"),
        new("conference_unmute", "POST", Commands + "conference/unmute"),
        new("conference_create", "POST", Conferences),
        new("conference_list", "GET", Conferences),
        new("conference_get", "GET", Room),
        new("conference_delete", "DELETE", Room),
        new("conference_play", "POST", Room + "/play"),
        new("conference_pause", "POST", Room + "/pause"),
        new("conference_stop", "POST", Room + "/stop"),
        new("conference_volume", "POST", Room + "/volume"),
        new("admin_app_upsert", "POST", "/admin/apps/@@APP@@"),
        new("health", "GET", "/health"),
    ];

    /// <summary>Finds an endpoint by its name.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint.</exception>
    public static GatewayEndpoint Named(string name) =>
        All.FirstOrDefault(endpoint => endpoint.Name == name)
        ?? throw new ArgumentException($"The session gateway has no endpoint '{name}'.", nameof(name));
}

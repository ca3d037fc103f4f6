namespace CallControl.SessionGateway;

/// <summary>Commands that share one pause at the gateway: while it lasts, all of them are refused with 429.</summary>
/// <remarks>Source: <c>/guides/rate-limits/</c>. The names are the headings there; that of <see cref="ConferenceControl"/> is unverified. They stay in this process.</remarks>
/// <param name="Name">The group.</param>
/// <param name="Pause">How long it is blocked after a command, for one session or one room.</param>
internal sealed record CooldownGroup(string Name, TimeSpan Pause)
{
    /// <summary>Per session: stop, pause, resume, seek and restart of a playback.</summary>
    public static readonly CooldownGroup Seek = new("seek", TimeSpan.FromMilliseconds(100));

    /// <summary>Per session: start of a playback, silence.</summary>
    public static readonly CooldownGroup Playback = new("playback", TimeSpan.FromMilliseconds(500));

    /// <summary>Per session: digits, start and stop of a recording.</summary>
    /// <remarks>
    /// The sources contradict each other on <c>record/stop</c>: <c>/endpoints/recording/</c> and <c>/endpoints/playback/</c> put it here,
    /// <c>/guides/rate-limits/</c> into <see cref="Seek"/>. The longer pause is kept: at worst it waits in vain, the shorter one could earn a refusal.
    /// </remarks>
    public static readonly CooldownGroup Heavy = new("heavy", TimeSpan.FromSeconds(2));

    /// <summary>Per session: joining and leaving a room.</summary>
    public static readonly CooldownGroup Conference = new("conference", TimeSpan.FromSeconds(2));

    /// <summary>Per session: mute and unmute in a room.</summary>
    public static readonly CooldownGroup ConferenceMute = new("conference_mute", TimeSpan.FromSeconds(2));

    /// <summary>Per room: start of a playback.</summary>
    public static readonly CooldownGroup ConferencePlay = new("conference_play", TimeSpan.FromSeconds(2));

    /// <summary>Per room: pause, stop and volume of a playback.</summary>
    public static readonly CooldownGroup ConferenceControl = new("conference_control", TimeSpan.FromMilliseconds(200));
}

namespace CallControl.Testing;

/// <summary>A shared pause after any command of a group, per call or per room.</summary>
internal sealed record CooldownGroup(string Name, TimeSpan Window)
{
    public static readonly CooldownGroup Seek = new("seek", TimeSpan.FromMilliseconds(100));
    public static readonly CooldownGroup Playback = new("playback", TimeSpan.FromMilliseconds(500));
    public static readonly CooldownGroup Heavy = new("heavy", TimeSpan.FromSeconds(2));
    public static readonly CooldownGroup Conference = new("conference", TimeSpan.FromSeconds(2));
    public static readonly CooldownGroup ConferenceMute = new("conference mute", TimeSpan.FromSeconds(2));
    public static readonly CooldownGroup RoomPlay = new("conference play", TimeSpan.FromSeconds(2));
    public static readonly CooldownGroup RoomControls = new("conference playback controls", TimeSpan.FromMilliseconds(200));
}

/// <summary>When each group of one call or room was last used. A refused command does not prolong the pause (unverified).</summary>
internal sealed class Cooldowns(TimeProvider time, bool enforced)
{
    private readonly Dictionary<CooldownGroup, long> _lastUse = [];

    public bool TryEnter(CooldownGroup? group)
    {
        if (group is null || !enforced)
            return true;
        var now = time.GetTimestamp();
        if (_lastUse.TryGetValue(group, out var last) && time.GetElapsedTime(last, now) < group.Window)
            return false;
        _lastUse[group] = now;
        return true;
    }
}

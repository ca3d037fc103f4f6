using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The commands of one call, or the dials of an account, that carried a <c>command_id</c>: for 60 seconds the same id has no second
/// effect. Unverified: that the window is fixed, that a repeated command of another kind is ignored too, that only accepted commands
/// count, and that the first answer is given again, with the ids of the first call if it was a dial.
/// </summary>
internal sealed class CommandIds(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, (long At, EmulatorResponse Answer)> _seen = new(StringComparer.Ordinal);

    public EmulatorResponse? Find(string? commandId)
    {
        if (commandId is null || !_seen.TryGetValue(commandId, out var seen))
            return null;
        if (time.GetElapsedTime(seen.At) < Window)
            return seen.Answer;
        _seen.Remove(commandId);
        return null;
    }

    public void Keep(string? commandId, EmulatorResponse answer)
    {
        if (commandId is not null && answer.IsSuccess)
            _seen[commandId] = (time.GetTimestamp(), answer);
    }
}

namespace CallControl.Callr.Tests;

/// <summary>What a command must have, and which commands have it.</summary>
internal static class Coverage
{
    /// <summary>What is missing, as sentences; empty for nothing.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="parts">What each of them must have, and the commands that do.</param>
    public static IReadOnlyList<string> Gaps(IEnumerable<string> commands, IReadOnlyDictionary<string, IReadOnlySet<string>> parts) =>
    [
        .. from command in commands
           from part in parts
           where !part.Value.Contains(command)
           select $"{command} has no {part.Key}",
    ];
}

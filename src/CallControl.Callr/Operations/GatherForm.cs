namespace CallControl.Callr;

/// <summary>A gather as the vendor has it.</summary>
/// <param name="Before">What is played first, in each try.</param>
/// <param name="Read">What reads, with the prompt that the vendor plays itself.</param>
/// <param name="Tries">How often both are done, while nothing is entered.</param>
/// <param name="MinDigits">The fewest digits that count.</param>
internal sealed record GatherForm(IReadOnlyList<PlaybackStep> Before, ReadCommand Read, int Tries, int MinDigits)
{
    /// <summary>Puts the report on its last command into neutral words.</summary>
    public CallEvent Describe(RealTimeRequest report) =>
        report.Command == RealTimeCommandNames.Read ? CallrEventMapper.Gather(report, MinDigits, Read.MaxDigits) : CallrEventMapper.Playback(report);
}

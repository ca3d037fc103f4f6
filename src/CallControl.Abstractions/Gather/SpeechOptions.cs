namespace CallControl;

/// <summary>Which speech a gather collects.</summary>
public sealed record SpeechOptions
{
    /// <summary>Language tag (BCP 47) of what will be said.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly <c>en-US</c>).</value>
    public string? Language { get; init; }

    /// <summary>Words and phrases to expect.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>How much silence ends the speech.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 1 s).</value>
    public TimeSpan? EndSilence { get; init; }

    /// <summary>The longest speech to collect.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 60 s).</value>
    public TimeSpan? MaxDuration { get; init; }
}

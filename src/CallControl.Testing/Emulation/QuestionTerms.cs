namespace CallControl.Testing.Emulation;

/// <summary>How a question to the application is asked.</summary>
/// <param name="Limit">How long the answer may take in real time, whatever the emulator's clock shows.</param>
internal sealed record QuestionTerms(TimeSpan Limit)
{
    /// <summary>How long the answer may take on the emulator's clock; null for as long as it likes.</summary>
    public TimeSpan? LimitOnClock { get; init; }

    /// <summary>Whether a question that nobody took is put aside with the webhooks that were given up.</summary>
    public bool IsBuried { get; init; }
}

namespace CallControl;

/// <summary>What a caller entered.</summary>
public sealed record GatherResult
{
    /// <summary>What ended the collecting.</summary>
    public GatherReason Reason { get; init; }

    /// <summary>The keys pressed, without the terminator; empty when none were.</summary>
    public string Digits { get; init; } = "";

    /// <summary>The terminator key; null when none was pressed.</summary>
    public string? Terminator { get; init; }

    /// <summary>What was said, as text; null when speech was not collected or not understood.</summary>
    public string? Transcript { get; init; }

    /// <summary>How sure the provider is of <see cref="Transcript"/>: 0 to 1, or null where it does not say.</summary>
    public double? Confidence { get; init; }

    /// <summary>The reason and the number of digits: what a caller enters may be a PIN.</summary>
    public override string ToString() => $"{Reason}, {Digits.Length} digits";
}

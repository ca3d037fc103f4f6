namespace CallControl.Media;

/// <summary>The vendor found fault with what the application sent.</summary>
public sealed record MediaStreamError : MediaStreamMessage
{
    /// <summary>The vendor's code, a number or a word; empty when there is none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The fault's name; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>What was wrong; null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>The code only: the rest may repeat what was sent.</summary>
    public override string ToString() => $"{nameof(MediaStreamError)} {Code}";
}

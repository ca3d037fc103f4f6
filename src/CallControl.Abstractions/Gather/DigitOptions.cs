namespace CallControl;

/// <summary>Which keys a gather collects.</summary>
public sealed record DigitOptions
{
    /// <summary>The fewest digits that count as an answer.</summary>
    /// <value>Null, the default, leaves it to the provider (1). Not negative, not above <see cref="Max"/>.</value>
    public int? Min { get; init; }

    /// <summary>The number of digits after which collecting ends at once.</summary>
    /// <value>Null, the default, leaves it to the provider (session gateway 10, Telnyx and SignalWire 128, CALLR 20). At least 1.</value>
    public int? Max { get; init; }

    /// <summary>The keys that end the input; they are not part of it.</summary>
    /// <value>Null, the default, leaves it to the provider (<c>#</c>); empty for none.</value>
    public string? Terminators { get; init; }

    /// <summary>The keys that may be part of the input.</summary>
    /// <value>Null, the default, allows all. Needs <see cref="CallFeature.GatherValidDigits"/>.</value>
    public string? ValidDigits { get; init; }

    /// <summary>How long to wait for the next digit.</summary>
    /// <value>Null, the default, leaves it to the provider. Needs <see cref="CallFeature.GatherInterDigitTimeout"/>.</value>
    public TimeSpan? InterDigitTimeout { get; init; }
}

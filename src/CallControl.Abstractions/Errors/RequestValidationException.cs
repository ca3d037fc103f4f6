namespace CallControl;

/// <summary>A request breaks rules of the provider or of this library. All breaches are listed; nothing was sent.</summary>
public sealed class RequestValidationException : CallControlException
{
    /// <summary>Reports the breaches.</summary>
    /// <param name="violations">At least one.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="call">The call the request was for.</param>
    public RequestValidationException(IReadOnlyList<Violation> violations, string? provider = null, CallId call = default)
        : base(Describe(violations), new ErrorContext { Provider = provider, Call = call, Effect = CommandEffect.NotSent })
    {
        Violations = violations;
    }

    /// <summary>Every breach that was found.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string Describe(IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        ArgumentOutOfRangeException.ThrowIfZero(violations.Count, nameof(violations));
        return violations.Count == 1
            ? $"The request is not valid: {violations[0]}."
            : $"The request is not valid in {violations.Count} places: {string.Join("; ", violations)}.";
    }
}

namespace CallControl;

/// <summary>The provider cannot do what was asked for. Nothing was sent.</summary>
public sealed class CapabilityNotSupportedException : CallControlException
{
    /// <summary>Reports a missing capability.</summary>
    /// <param name="feature">What was asked for.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="instead">What to do instead; null when there is no advice.</param>
    /// <param name="call">The call it was wanted on.</param>
    public CapabilityNotSupportedException(CallFeature feature, string provider, string? instead, CallId call = default)
        : base(
            $"The provider '{provider}' does not support {feature}.{(instead is null ? "" : " " + instead)}",
            new ErrorContext { Provider = provider, Call = call, Effect = CommandEffect.NotSent })
    {
        Feature = feature;
        Instead = instead;
    }

    /// <summary>What was asked for.</summary>
    public CallFeature Feature { get; }

    /// <summary>What to do instead; null when there is no advice.</summary>
    public string? Instead { get; }
}

namespace CallControl;

/// <summary>The provider cannot do what was asked for. Nothing was sent.</summary>
public sealed class CapabilityNotSupportedException : CallControlException
{
    /// <summary>Reports a missing capability.</summary>
    /// <param name="feature">What was asked for.</param>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="instead">What to do instead; null when there is no advice.</param>
    public CapabilityNotSupportedException(CallFeature feature, string provider, string? instead)
        : base($"The provider '{provider}' does not support {feature}.{(instead is null ? "" : " " + instead)}")
    {
        Feature = feature;
        Instead = instead;
        Provider = provider;
        Effect = CommandEffect.NotSent;
    }

    /// <summary>What was asked for.</summary>
    public CallFeature Feature { get; }

    /// <summary>What to do instead; null when there is no advice.</summary>
    public string? Instead { get; }
}

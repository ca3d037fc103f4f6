namespace CallControl.Providers;

/// <summary>Which exception an error answer becomes.</summary>
public enum ProviderErrorKind
{
    /// <summary><see cref="CommandRejectedException"/>.</summary>
    Rejected,

    /// <summary><see cref="CallEndedException"/>.</summary>
    CallEnded,

    /// <summary><see cref="RateLimitedException"/>.</summary>
    RateLimited,

    /// <summary><see cref="AuthenticationFailedException"/>.</summary>
    Authentication,

    /// <summary><see cref="ProviderUnavailableException"/>.</summary>
    Unavailable,

    /// <summary><see cref="ProviderProtocolException"/>.</summary>
    Protocol,
}

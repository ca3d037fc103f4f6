namespace CallControl;

/// <summary>The circumstances of an error: what an exception carries besides its message.</summary>
public sealed record ErrorContext
{
    /// <summary>The registered name of the provider account; null when none was involved yet.</summary>
    public string? Provider { get; init; }

    /// <summary>The call; <c>default</c> when none was involved.</summary>
    public CallId Call { get; init; }

    /// <summary>The operation or command; null when it has no name.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>What the command may have done all the same.</summary>
    public CommandEffect Effect { get; init; }

    /// <summary>Whether the same command may succeed later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What the provider answered; null when it did not.</summary>
    public ProviderError? Error { get; init; }
}

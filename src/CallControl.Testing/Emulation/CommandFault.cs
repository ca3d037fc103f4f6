namespace CallControl.Testing.Emulation;

/// <summary>One queued misbehaviour for one request.</summary>
internal sealed record CommandFault(CommandFaultKind Kind, string? Command)
{
    public int StatusCode { get; init; }

    public string? Body { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What happens to the request: answered without effect, answered unreadably, or cut off before or after it took effect.</summary>
internal enum CommandFaultKind
{
    Fail,
    Malformed,
    ResetBefore,
    ResetAfter,
}

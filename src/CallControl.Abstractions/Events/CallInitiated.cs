namespace CallControl;

/// <summary>An outbound leg was created: by a dial, a transfer or a bridge.</summary>
public sealed record CallInitiated : CallEvent
{
    /// <summary>Who is shown as the caller.</summary>
    public CallParty From { get; init; }

    /// <summary>Who is being called.</summary>
    public CallParty To { get; init; }
}

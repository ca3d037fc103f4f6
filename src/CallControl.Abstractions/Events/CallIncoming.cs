namespace CallControl;

/// <summary>Somebody calls us. The first event of an inbound call; flows begin with it.</summary>
public sealed record CallIncoming : CallEvent
{
    /// <summary>Who calls.</summary>
    public CallParty From { get; init; }

    /// <summary>Which number or address was called.</summary>
    public CallParty To { get; init; }
}

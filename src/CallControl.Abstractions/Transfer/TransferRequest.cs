namespace CallControl;

/// <summary>Sends the call on to somebody else.</summary>
public sealed record TransferRequest : OperationRequest
{
    /// <summary>To whom.</summary>
    public required Destination To { get; init; }

    /// <summary>How.</summary>
    /// <value><see cref="TransferMethod.Dial"/> by default.</value>
    public TransferMethod Method { get; init; }

    /// <summary>What the destination is shown as the caller.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly the number that was called).</value>
    public CallParty? From { get; init; }

    /// <summary>How long to let it ring before giving up.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 30 s).</value>
    public TimeSpan? RingTimeout { get; init; }

    /// <summary>The longest that the joined call may last.</summary>
    /// <value>Null, the default, leaves it to the provider.</value>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>SIP headers to send along; names mostly begin with <c>X-</c>.</summary>
    public IReadOnlyDictionary<string, string> SipHeaders { get; init; } = new Dictionary<string, string>();
}

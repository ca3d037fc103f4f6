namespace CallControl;

/// <summary>Places an outbound call.</summary>
public sealed record DialRequest : CallRequest
{
    /// <summary>Whom to call.</summary>
    public required Destination To { get; init; }

    /// <summary>What the called party is shown as the caller: a number of the account, or a SIP URI.</summary>
    public required CallParty From { get; init; }

    /// <summary>How long to let it ring before giving up.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 30 s).</value>
    public TimeSpan? RingTimeout { get; init; }

    /// <summary>The longest that the call may last, measured from the answer.</summary>
    /// <value>Null, the default, leaves it to the provider.</value>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Whether and how to find out who answers, a person or a machine.</summary>
    /// <value>Null, the default, does not look.</value>
    public MachineDetectionOptions? MachineDetection { get; init; }

    /// <summary>SIP headers to send along; names mostly begin with <c>X-</c>.</summary>
    public IReadOnlyDictionary<string, string> SipHeaders { get; init; } = new Dictionary<string, string>();
}

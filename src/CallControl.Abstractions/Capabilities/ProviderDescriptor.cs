namespace CallControl;

/// <summary>Which provider an <see cref="ICallControl"/> speaks to, and what it can do.</summary>
public sealed record ProviderDescriptor
{
    /// <summary>The name under which this account is registered; by default the vendor's, such as <c>session-gateway</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The vendor, whatever the account's name: <c>session-gateway</c>, <c>telnyx</c>, <c>signalwire</c>, <c>callr</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>What it can do.</summary>
    public required CapabilitySet Capabilities { get; init; }

    /// <summary>Throws unless <paramref name="feature"/> can be asked for.</summary>
    /// <param name="feature">The feature that is about to be used.</param>
    /// <param name="call">The call it is wanted on.</param>
    /// <exception cref="CapabilityNotSupportedException">The provider does not have it.</exception>
    public void Demand(CallFeature feature, CallId call = default)
    {
        if (!Capabilities.Supports(feature))
            throw Refusal(feature, call);
    }

    /// <summary>The exception that refuses <paramref name="feature"/>, naming what to do instead.</summary>
    /// <param name="feature">What was asked for and cannot be had.</param>
    /// <param name="call">The call it is wanted on.</param>
    public CapabilityNotSupportedException Refusal(CallFeature feature, CallId call = default) =>
        new(feature, Name, Capabilities[feature].Note, call);

    /// <summary>The registered name.</summary>
    public override string ToString() => Name;
}

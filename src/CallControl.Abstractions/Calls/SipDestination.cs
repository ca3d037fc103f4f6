namespace CallControl;

/// <summary>A SIP address: <see cref="Destination.Sip"/>.</summary>
public sealed record SipDestination : Destination
{
    internal SipDestination(string uri)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(uri);
        if (!uri.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) && !uri.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("A SIP address begins with 'sip:' or 'sips:'.", nameof(uri));

        Uri = uri;
    }

    /// <summary>The address, scheme included. Text rather than <see cref="System.Uri"/>, which would rewrite it.</summary>
    public string Uri { get; }

    /// <summary>The address without its user part.</summary>
    public override string ToString() => Redaction.Party(Uri);
}

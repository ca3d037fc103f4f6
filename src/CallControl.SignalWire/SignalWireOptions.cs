namespace CallControl.SignalWire;

/// <summary>One project at SignalWire.</summary>
/// <remarks>Can be bound from configuration. All faults are reported at once when the application starts.</remarks>
public sealed class SignalWireOptions
{
    /// <summary>Where the vendor's interface is: the space's own host.</summary>
    /// <value>Required: an absolute http or https address such as <c>https://example.signalwire.com</c>. The vendor takes https only.</value>
    public Uri? SpaceUrl { get; set; }

    /// <summary>The project's id.</summary>
    /// <value>Required: a UUID; no colon, printable ASCII characters without spaces.</value>
    public string ProjectId { get; set; } = "";

    /// <summary>The token that goes with <see cref="ProjectId"/>; it must have the Voice scope.</summary>
    /// <value>Required: printable ASCII characters without spaces. The vendor's begin with <c>PT</c>.</value>
    public string ApiToken { get; set; } = "";

    /// <summary>The project's signing keys, by which the vendor's requests are verified.</summary>
    /// <value>
    /// As the vendor's dashboard shows them (API credentials, signing key). Several are accepted at the same time, so that a key can be changed without losing an event.
    /// Empty by default, which is a fault unless <see cref="AllowUnsignedRequests"/> is set.
    /// </value>
    public IList<string> SigningKeys { get; set; } = [];

    /// <summary>Whether the vendor's requests are taken without a signature when <see cref="SigningKeys"/> is empty.</summary>
    /// <value>False by default. For tests, and hosts where the network keeps strangers out.</value>
    public bool AllowUnsignedRequests { get; set; }

    /// <summary>Whether status callbacks without any signature are refused.</summary>
    /// <value>
    /// False by default: the vendor's sources contradict each other on whether it signs them. Requests for a document are refused without one in any case, and a wrong
    /// signature always is.
    /// </value>
    public bool RequireSignedCallbacks { get; set; }

    /// <summary>How long to wait for the answer to one command.</summary>
    /// <value>10 s by default; above zero, at most 24 days. The vendor answers as soon as it has taken a command, so this need not cover what the command does.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an inbound call's flow has to answer, reject or send on the call, before the vendor is given the fallback document.</summary>
    /// <value>4 s by default; above zero, at most 1 minute. Unverified: how long the vendor waits; for its XML documents it is 5 s.</value>
    public TimeSpan AnswerWindow { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What a call is given that no flow has decided about within <see cref="AnswerWindow"/>.</summary>
    /// <value>Null, the default: it is hung up as busy.</value>
    public SwmlDocument? FallbackDocument { get; set; }

    /// <summary>The address; no token, no key.</summary>
    public override string ToString() =>
        $"{nameof(SignalWireOptions)} {{ SpaceUrl = {(SpaceUrl is null ? "" : Redaction.Url(SpaceUrl.OriginalString))} }}";
}

namespace CallControl.SignalWire;

/// <summary>What verifying a request came to. Only <see cref="Valid"/> lets it in.</summary>
public enum SignalWireSignatureResult
{
    /// <summary>No key made this signature for this address and body. Also the default, so that a result nobody set lets nothing in.</summary>
    Mismatch,

    /// <summary>One of the keys made this signature for this address and body.</summary>
    Valid,

    /// <summary>There was no key to verify with.</summary>
    NoKey,

    /// <summary>Both headers, <c>X-SignalWire-SHA256-Signature</c> and <c>X-SignalWire-Signature</c>, are absent or empty.</summary>
    MissingSignature,

    /// <summary>The signature is not as many hexadecimal digits as its digest has: 64 with SHA-256, 40 with SHA-1. Also where the header came twice.</summary>
    MalformedSignature,
}

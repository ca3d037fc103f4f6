namespace CallControl.Telnyx;

/// <summary>What verifying a webhook came to. Only <see cref="Valid"/> lets it in.</summary>
public enum TelnyxSignatureResult
{
    /// <summary>No key made this signature for these bytes. Also the default, so that a result nobody set lets nothing in.</summary>
    Mismatch,

    /// <summary>One of the keys made this signature for this timestamp and body, and the timestamp is within the tolerance.</summary>
    Valid,

    /// <summary>There was no key to verify with.</summary>
    NoKey,

    /// <summary>The header <c>telnyx-signature-ed25519</c> is absent or empty.</summary>
    MissingSignature,

    /// <summary>The header <c>telnyx-timestamp</c> is absent or empty.</summary>
    MissingTimestamp,

    /// <summary>The signature is not the standard base64 of 64 bytes, with its padding.</summary>
    MalformedSignature,

    /// <summary>The timestamp is not 1 to 12 decimal digits, or lies after the year 9999.</summary>
    MalformedTimestamp,

    /// <summary>The timestamp is further back than the tolerance: an old webhook sent once more, or a clock that is wrong.</summary>
    TimestampTooOld,

    /// <summary>The timestamp is further ahead than the tolerance: a clock that is wrong.</summary>
    TimestampTooNew,
}

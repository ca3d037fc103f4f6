namespace CallControl.Testing;

/// <summary>
/// The two webhook shapes that the session gateway's documents show. They contradict each other, so a client must read both.
/// </summary>
public enum WebhookEnvelope
{
    /// <summary><c>event</c>, <c>session_uuid</c>, <c>sequence</c> and the payload inside <c>data</c>: what the overview states.</summary>
    Nested,

    /// <summary>The payload's fields beside <c>event</c>, with no <c>sequence</c> and no <c>data</c>: what the samples show.</summary>
    Flat,
}

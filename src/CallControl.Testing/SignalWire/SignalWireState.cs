namespace CallControl.Testing;

/// <summary>How far a leg has come. The vendor's <c>ending</c> is told on the way to the end and never lasts.</summary>
internal enum SignalWireState
{
    Queued,
    Created,
    Ringing,
    Answered,
    Ended,
}

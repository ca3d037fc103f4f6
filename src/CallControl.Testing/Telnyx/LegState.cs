namespace CallControl.Testing;

/// <summary>Where a leg is in its life: waiting for an answer, whichever side gives it, talking, or over.</summary>
internal enum LegState
{
    Ringing,
    Answered,
    Ended,
}

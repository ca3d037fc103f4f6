namespace CallControl;

/// <summary>What a command that failed may have done all the same.</summary>
public enum CommandEffect
{
    /// <summary>It may or may not have been carried out: after a time-out the phone may be ringing.</summary>
    Unknown,

    /// <summary>It did not reach the provider.</summary>
    NotSent,

    /// <summary>The provider got it and did not carry it out.</summary>
    NotApplied,
}

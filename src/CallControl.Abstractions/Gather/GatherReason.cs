namespace CallControl;

/// <summary>What ended the collecting of input.</summary>
public enum GatherReason
{
    /// <summary>The provider did not say, or said something unknown.</summary>
    Unknown,

    /// <summary>Enough was entered, or the speech was finished.</summary>
    InputComplete,

    /// <summary>A terminator key was pressed.</summary>
    Terminator,

    /// <summary>Nothing was entered in time.</summary>
    NoInput,

    /// <summary>Something was entered, but too little in time.</summary>
    Incomplete,

    /// <summary>What was entered did not fit, in all tries.</summary>
    Invalid,

    /// <summary>It was cut short: stopped on demand, or by a later command.</summary>
    Stopped,

    /// <summary>The call ended first.</summary>
    CallEnded,
}

namespace CallControl;

/// <summary>How an operation ended.</summary>
public enum OperationEnd
{
    /// <summary>The provider reported that it ran to its own end.</summary>
    Completed,

    /// <summary>It was cut short: by <see cref="CallOperation.StopAsync"/>, or by a later command that replaced it.</summary>
    Stopped,

    /// <summary>The call ended first.</summary>
    CallEnded,

    /// <summary>The provider reported that it failed.</summary>
    Failed,

    /// <summary>No report came before the deadline; what happened on the call is not known.</summary>
    TimedOut,
}

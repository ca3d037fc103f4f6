namespace CallControl.Testing;

/// <summary>Why an emulated CALLR does not get through to a number, beside what a called party can do.</summary>
public enum CallrEmulatorRefusal
{
    /// <summary>A carrier refuses the call: <c>CONGESTION</c>.</summary>
    Congestion,

    /// <summary>The vendor itself refuses the call: <c>REJECTED</c>.</summary>
    Rejected,
}

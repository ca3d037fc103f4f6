namespace CallControl.Providers;

/// <summary>Tells adapters and edges whether somebody conducts a call still.</summary>
/// <remarks>For vendors whose calls live on our answers: whoever thinks is waited for, whoever has left is not. Thread-safe.</remarks>
public interface IFlowMonitor
{
    /// <summary>Cancelled when the application stops and the running flows have ended, or are not waited for any longer: before the web server stops.</summary>
    CancellationToken FlowsEnded { get; }

    /// <summary>Whether a flow conducted the call and has returned, in whatever way.</summary>
    /// <param name="provider">The account's name.</param>
    /// <param name="call">The call.</param>
    /// <returns>False while it runs, and of a call that never had a flow: the application conducts it in another way.</returns>
    bool HasFlowReturned(string provider, CallId call);
}

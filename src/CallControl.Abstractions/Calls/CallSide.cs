namespace CallControl;

/// <summary>Who ended a call.</summary>
public enum CallSide
{
    /// <summary>Not told by the provider.</summary>
    Unknown,

    /// <summary>The party that had placed the call.</summary>
    Caller,

    /// <summary>The party that had been called.</summary>
    Callee,

    /// <summary>The provider or the network, on its own account.</summary>
    Provider,
}

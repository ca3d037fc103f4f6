namespace CallControl;

/// <summary>Who began a call.</summary>
public enum CallDirection
{
    /// <summary>Not told by the provider.</summary>
    Unknown,

    /// <summary>Somebody called us.</summary>
    Inbound,

    /// <summary>We called somebody, or a transfer or bridge did for us.</summary>
    Outbound,
}

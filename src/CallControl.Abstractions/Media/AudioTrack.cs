namespace CallControl;

/// <summary>Which direction of a call's audio is meant, seen from the call leg that the command goes to.</summary>
public enum AudioTrack
{
    /// <summary>What the far end says: received from it.</summary>
    Inbound,

    /// <summary>What the far end hears: sent to it.</summary>
    Outbound,

    /// <summary>Both directions, kept apart where the medium allows.</summary>
    Both,
}

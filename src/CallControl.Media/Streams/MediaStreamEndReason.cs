namespace CallControl.Media;

/// <summary>Why a media stream ended.</summary>
public enum MediaStreamEndReason
{
    /// <summary>The vendor said that it stops: the call ended, or the stream was stopped.</summary>
    Stopped,

    /// <summary>The vendor closed the WebSocket without a word of stopping.</summary>
    ClosedByPeer,

    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>This side closed it.</summary>
    Closed,

    /// <summary>What came was not what the protocol allows; this side closed it.</summary>
    ProtocolViolation,

    /// <summary>The stream did not start in time; this side closed it.</summary>
    StartTimeout,
}

using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>What a media stream has carried so far.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MediaStreamStatistics
{
    /// <summary>Frames that came, of all tracks.</summary>
    public long FramesReceived { get; init; }

    /// <summary>Bytes of audio that came, decoded from base64.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Frames that came before one with a lower number.</summary>
    public long FramesReordered { get; init; }

    /// <summary>Frames that were given up: they did not come in time.</summary>
    public long FramesLost { get; init; }

    /// <summary>Frames that came twice, or after they had been given up; not handed out.</summary>
    public long FramesLate { get; init; }

    /// <summary>Frames that nobody read in time; the oldest went first.</summary>
    public long FramesDropped { get; init; }

    /// <summary>Messages without audio that nobody read in time.</summary>
    public long MessagesDropped { get; init; }

    /// <summary>How often a track began to count anew.</summary>
    public long Restarts { get; init; }

    /// <summary>Errors that the vendor reported.</summary>
    public long ErrorsReported { get; init; }

    /// <summary>Messages with audio that were sent.</summary>
    public long FramesSent { get; init; }

    /// <summary>Bytes of audio that were sent, before base64.</summary>
    public long BytesSent { get; init; }
}

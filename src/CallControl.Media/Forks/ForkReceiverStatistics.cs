namespace CallControl.Media;

/// <summary>The counters of a receiver at one moment, in datagrams where nothing else is said. Each datagram is counted once.</summary>
public sealed record ForkReceiverStatistics
{
    /// <summary>All that the kernel delivered: the sum of the following up to <see cref="TooManyStreams"/>.</summary>
    public long Datagrams => Accepted + Rtcp + Sip + T38 + Unknown + MalformedStrep + MalformedRtp + TooLong + Foreign + TooManyStreams;

    /// <summary>Those of a stream: the sum of <see cref="ForkStreamStatistics.Received"/> over all streams there ever were.</summary>
    public long Accepted { get; init; }

    /// <summary>RTCP, behind STREP or without.</summary>
    public long Rtcp { get; init; }

    /// <summary>SIP messages.</summary>
    public long Sip { get; init; }

    /// <summary>T.38 fax, behind STREP or without.</summary>
    public long T38 { get; init; }

    /// <summary>None of the known kinds.</summary>
    public long Unknown { get; init; }

    /// <summary>STREP whose header cannot be read.</summary>
    public long MalformedStrep { get; init; }

    /// <summary>RTP that cannot be read, and STREP with something else than RTP, RTCP or T.38.</summary>
    public long MalformedRtp { get; init; }

    /// <summary>Longer than <see cref="ForkReceiverOptions.MaxDatagramBytes"/>.</summary>
    public long TooLong { get; init; }

    /// <summary>From elsewhere than <see cref="ForkReceiverOptions.AllowedSources"/>, whatever it is.</summary>
    public long Foreign { get; init; }

    /// <summary>RTP of a new stream when there were <see cref="ForkReceiverOptions.MaxStreams"/>, none of them a single packet.</summary>
    public long TooManyStreams { get; init; }

    /// <summary>How often a socket failed and went on, in failures: no datagram belongs to them.</summary>
    public long SocketErrors { get; init; }

    /// <summary>How often <see cref="ForkReceiverOptions.OnPacket"/>, <see cref="ForkReceiverOptions.OnStreamEnded"/> or <see cref="ForkReceiverOptions.OnCallbackError"/> threw.</summary>
    public long CallbackErrors { get; init; }

    /// <summary>How many streams there are.</summary>
    public int Streams { get; init; }

    /// <summary>How many streams there were, those that there are included.</summary>
    public long StreamsEver { get; init; }
}

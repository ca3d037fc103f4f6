namespace CallControl.Media.Forks;

/// <summary>What became of a datagram.</summary>
internal enum ForkOutcome
{
    Accepted,
    Rtcp,
    Sip,
    T38,
    Unknown,
    MalformedStrep,
    MalformedRtp,
    TooLong,
    Foreign,
    TooManyStreams,
}

namespace CallControl.Media.Forks;

/// <summary>Where the packets of all streams go.</summary>
internal interface IForkSink
{
    /// <summary>Takes a packet, and its buffer.</summary>
    void Deliver(in MediaPacket packet);
}

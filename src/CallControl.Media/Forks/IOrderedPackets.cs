namespace CallControl.Media.Forks;

/// <summary>Where packets go that were put in order.</summary>
internal interface IOrderedPackets
{
    /// <summary>Hears that the numbering begins, or begins anew, with a packet that arrived; all of the former was delivered.</summary>
    void Begin(in ReceivedPacket packet);

    /// <summary>Takes the next packet, with its buffer.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="number">Its number, which does not wrap.</param>
    /// <param name="lost">How many numbers right before it were given up.</param>
    /// <param name="isFirst">Whether it is the first of its numbering to be delivered; one that follows it may have arrived before.</param>
    void Deliver(in ReceivedPacket packet, long number, long lost, bool isFirst);
}

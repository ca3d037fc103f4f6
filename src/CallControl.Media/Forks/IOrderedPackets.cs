namespace CallControl.Media.Forks;

/// <summary>Where packets go that were put in order.</summary>
internal interface IOrderedPackets
{
    /// <summary>Takes the next packet, with its buffer.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="number">Its number, which does not wrap.</param>
    /// <param name="lost">How many numbers right before it were given up.</param>
    /// <param name="isFirst">Whether the numbering begins with it.</param>
    void Deliver(in ReceivedPacket packet, long number, long lost, bool isFirst);
}

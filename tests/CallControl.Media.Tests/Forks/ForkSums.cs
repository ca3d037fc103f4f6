namespace CallControl.Media.Tests.Forks;

/// <summary>What the counters must come to at any moment.</summary>
internal static class ForkSums
{
    public static void ShouldAddUp(this ForkStreamStatistics counted)
    {
        counted.Received.Should().Be(
            counted.Delivered + counted.Dropped + counted.Held + counted.Duplicates + counted.Late + counted.Stray, "what was received must add up in {0}", counted);
        counted.Expected.Should().Be(
            counted.Delivered + counted.Dropped + counted.Held + counted.Late + counted.Lost + counted.Awaited, "what was expected must add up in {0}", counted);
    }

    public static void ShouldAddUp(this ForkReceiverStatistics counted, long datagrams)
    {
        counted.Datagrams.Should().Be(datagrams, "each datagram is counted once in {0}", counted);
    }
}

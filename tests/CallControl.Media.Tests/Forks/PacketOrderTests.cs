namespace CallControl.Media.Tests.Forks;

/// <summary>Order and counters of one stream, with ten places to wait in unless a test says otherwise.</summary>
public sealed class PacketOrderTests : IDisposable
{
    private readonly ForkHarness _fork = new(new() { ReorderWindow = 10 });

    private ForkStreamStatistics Counted
    {
        get
        {
            var counted = _fork.Only.Statistics;
            counted.ShouldAddUp();
            return counted;
        }
    }

    public void Dispose() => _fork.Dispose();

    [Fact]
    public void Receive_FirstPacket_WaitsForThoseBeforeIt()
    {
        _fork.Rtp(101, 100);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Held == 2 && counted.Reordered == 1 && counted.Expected == 2);
        _fork.Packets.Should().BeEmpty();

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(100, 101);
        _fork.Packets.Select(packet => packet.Position).Should().Equal(0, 160);
        _fork.Packets.Select(packet => packet.LostBefore).Should().Equal(0, 0);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Delivered == 2 && counted.Lost == 0);
    }

    [Fact]
    public void Receive_WindowFullAtTheBeginning_BeginsWithTheFirst()
    {
        _fork.Rtp([.. Enumerable.Range(100, 10)]);
        _fork.Packets.Should().BeEmpty();

        _fork.Rtp(110);

        _fork.SequenceNumbers.Should().Equal(Enumerable.Range(100, 11));
        Counted.Lost.Should().Be(0);
    }

    [Fact]
    public void Receive_OnePlace_HandsOnAtOnce()
    {
        using var fork = new ForkHarness(new() { ReorderWindow = 1 });

        fork.Rtp(5, 6, 8, 7, 9);

        fork.SequenceNumbers.Should().Equal(5, 6, 8, 9);
        fork.Packets.Select(packet => packet.LostBefore).Should().Equal(0, 0, 1, 0);
        var counted = fork.Only.Statistics;
        counted.ShouldAddUp();
        (counted.Late, counted.Lost, counted.Held).Should().Be((1, 0, 0));
    }

    [Fact]
    public void Receive_Gap_HoldsUntilItIsFilled()
    {
        Begin();

        _fork.Rtp(103, 104);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Held == 2 && counted.Awaited == 1 && counted.Lost == 0);
        _fork.SequenceNumbers.Should().Equal(100, 101);

        _fork.Rtp(102);
        _fork.SequenceNumbers.Should().Equal(100, 101, 102, 103, 104);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Held == 0 && counted.Awaited == 0 && counted.Reordered == 1);
    }

    [Fact]
    public void Receive_GapLongerThanTheDelay_IsGivenUp()
    {
        Begin();

        _fork.Rtp(104);
        _fork.Advance(60);
        _fork.Rtp(106);
        _fork.Advance(60);

        _fork.SequenceNumbers.Should().Equal(100, 101, 104);
        _fork.Packets[^1].LostBefore.Should().Be(2);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 2 && counted.Held == 1 && counted.Awaited == 1);

        _fork.Advance(60);
        _fork.SequenceNumbers.Should().Equal(100, 101, 104, 106);
        (_fork.Packets[^1].LostBefore, _fork.Packets[^1].Position).Should().Be((1, 960));
        Counted.Lost.Should().Be(3);
    }

    [Fact]
    public void Receive_WindowFull_GivesUpTheOldestGap()
    {
        Begin();

        _fork.Rtp(103, 105, 106, 107, 108, 109, 110, 111);
        _fork.SequenceNumbers.Should().Equal(100, 101);

        _fork.Rtp(112);
        _fork.SequenceNumbers.Should().Equal(100, 101, 103);
        _fork.Packets[^1].LostBefore.Should().Be(1);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 1 && counted.Held == 8 && counted.Awaited == 1);
    }

    [Fact]
    public void Receive_GapBeyondTheWindow_IsLostAtOnce()
    {
        Begin();

        _fork.Rtp(1101);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 990 && counted.Held == 1 && counted.Awaited == 9);

        _fork.Advance(120);
        _fork.Packets[^1].LostBefore.Should().Be(999);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 999 && counted.Expected == 1002);
    }

    [Fact]
    public void Receive_AfterItWasGivenUp_IsLateAndNoLongerLost()
    {
        Begin();
        _fork.Rtp(104);
        _fork.Advance(120);

        _fork.Rtp(103);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Late == 1 && counted.Lost == 1 && counted.Reordered == 0);

        _fork.Rtp(103);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Late == 1 && counted.Duplicates == 1);
        _fork.SequenceNumbers.Should().Equal(100, 101, 104);
    }

    [Fact]
    public void Receive_Twice_IsADuplicateWhetherHeldOrHandedOn()
    {
        Begin();

        _fork.Rtp(101, 100, 104, 104);

        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Duplicates == 3 && counted.Held == 1 && counted.Lost == 0);
        _fork.SequenceNumbers.Should().Equal(100, 101);
    }

    [Fact]
    public void Receive_FromBeforeTheFirst_IsLateAndShowsWhatIsLost()
    {
        Begin();

        _fork.Rtp(97);

        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Late == 1 && counted.Lost == 2 && counted.Expected == 5);
        _fork.Rtp(97, 99);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Late == 2 && counted.Lost == 1 && counted.Duplicates == 1);
    }

    [Fact]
    public void Receive_FarBeforeTheFirstWhichStillWaits_IsLate()
    {
        _fork.Rtp(100, 90);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Late == 1 && counted.Lost == 4 && counted.Held == 1 && counted.Awaited == 5);

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(100);
        _fork.Packets[0].Position.Should().Be(0);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 9 && counted.Expected == 11);
    }

    [Fact]
    public void Receive_NumbersAndTimestampsWrap_PositionsGoOn()
    {
        foreach (var step in Enumerable.Range(0, 8))
        {
            _fork.Receive(new RtpBytes
            {
                SequenceNumber = (65533 + step) % 65536,
                Timestamp = (0xFFFF_FF00 + (step * 160L)) % 0x1_0000_0000,
                Ssrc = 7,
            }.Encode());
        }

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(65533, 65534, 65535, 0, 1, 2, 3, 4);
        _fork.Packets.Select(packet => packet.Position).Should().Equal(0, 160, 320, 480, 640, 800, 960, 1120);
        _fork.Packets.Select(packet => packet.Number - _fork.Packets[0].Number).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Lost == 0 && counted.Restarts == 0 && counted.Expected == 8);
    }

    [Fact]
    public void Receive_ReorderedAcrossTheWrap_IsPutInOrder()
    {
        _fork.Rtp(65534, 0, 65535, 1);

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(65534, 65535, 0, 1);
        Counted.Reordered.Should().Be(1);
    }

    [Theory]
    [InlineData(2999, false)]
    [InlineData(3000, true)]
    [InlineData(-99, false)]
    [InlineData(-100, true)]
    public void Receive_Jump_IsStrayFromWhereTheRfcSays(int step, bool isStray)
    {
        Begin(at: 10_000);

        _fork.Rtp(10_001 + step);

        Counted.Stray.Should().Be(isStray ? 1 : 0);
    }

    [Fact]
    public void Receive_TwoInSequenceAfterAJump_BeginsAnewWithTheSecond()
    {
        Begin();
        _fork.Rtp(103);
        _fork.Advance(10);

        _fork.Rtp(30_000, 20_000, 20_001);

        _fork.SequenceNumbers.Should().Equal([100, 101, 103], "what waits goes before what begins anew");
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Stray == 2 && counted.Restarts == 1 && counted.Lost == 1 && counted.Held == 1 && counted.Expected == 5);

        _fork.Advance(120);
        _fork.Rtp(20_002);
        _fork.SequenceNumbers.Should().Equal(100, 101, 103, 20_001, 20_002);
        var (before, anew) = (_fork.Packets[2], _fork.Packets[3]);
        (before.Position, anew.Position).Should().Be((480, 480 + 80), "10 ms passed between the arrivals");
        anew.Number.Should().BeGreaterThan(before.Number);
        (anew.Number % 65536, _fork.Packets[4].Position).Should().Be((20_001L, 480 + 80 + 160L));
        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Expected == 6 && counted.Delivered == 5);
    }

    [Fact]
    public void Receive_StraysOutOfSequence_NeverBeginAnew()
    {
        Begin();

        _fork.Rtp(30_000, 30_002, 40_000, 102, 30_001);

        Counted.Should().Match<ForkStreamStatistics>(counted => counted.Stray == 4 && counted.Restarts == 0);
        _fork.SequenceNumbers.Should().Equal(100, 101, 102);
    }

    [Fact]
    public void Statistics_WithinTheCallback_AddUp()
    {
        var seen = 0;
        _fork.OnPacket = packet =>
        {
            packet.Stream.Statistics.ShouldAddUp();
            seen++;
        };

        Begin();
        _fork.Rtp(103, 105, 104, 120, 102, 30_000, 30_001, 30_002);
        _fork.Advance(200);

        seen.Should().Be(_fork.Packets.Count).And.Be(8);
        Counted.Restarts.Should().Be(1);
    }

    [Fact]
    public void Receive_AnyOrder_AlwaysAddsUp()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            using var fork = new ForkHarness(new() { ReorderWindow = random.Next(1, 40) });
            var number = random.Next(65536);
            for (var i = 0; i < 200; i++)
            {
                number += random.Next(40) switch
                {
                    0 => random.Next(-4000, 4000),
                    1 => random.Next(-120, 120),
                    < 12 => random.Next(-6, 7),
                    _ => 1,
                };
                number = (number + 65536) % 65536;
                fork.Rtp(number);
                if (random.Next(20) == 0)
                    fork.Advance(random.Next(150));

                var counted = fork.Only.Statistics;
                counted.ShouldAddUp();
                (counted.Lost >= 0 && counted.Awaited >= 0 && counted.Delivered == fork.Packets.Count && counted.Received == i + 1).Should().BeTrue("of {0}", counted);
            }

            fork.Packets.Zip(fork.Packets.Skip(1), (left, right) => right.Number - left.Number).Should().OnlyContain(step => step > 0);
        }
    }

    // Two packets, handed on.
    private void Begin(int at = 100)
    {
        _fork.Rtp(at, at + 1);
        _fork.Advance(120);
        _fork.Packets.Should().HaveCount(2);
    }
}

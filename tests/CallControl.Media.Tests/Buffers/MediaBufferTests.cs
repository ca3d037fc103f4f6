using CallControl.Media.Buffers;

namespace CallControl.Media.Tests.Buffers;

public sealed class MediaBufferTests
{
    [Fact]
    public void Read_AfterReturn_Throws()
    {
        var buffer = new MediaBufferPool(16, 4).Rent(16);
        buffer.Bytes[3] = 7;
        var lease = buffer.Lease;
        buffer.Read(lease, 3, 1).ToArray().Should().Equal(7);

        buffer.Return(lease);

        buffer.Invoking(it => it.Read(lease, 3, 1)).Should().Throw<InvalidOperationException>().WithMessage("*given back*");
    }

    [Fact]
    public void Return_Twice_GivesItBackOnce()
    {
        var pool = new MediaBufferPool(16, 4);
        var buffer = pool.Rent(1);
        var lease = buffer.Lease;

        buffer.Return(lease);
        buffer.Return(lease);

        pool.Rent(1).Should().BeSameAs(buffer);
        pool.Rent(1).Should().NotBeSameAs(buffer);
    }

    [Fact]
    public void Return_OfAnEarlierLease_LeavesTheLaterAlone()
    {
        var pool = new MediaBufferPool(16, 4);
        var buffer = pool.Rent(1);
        var early = buffer.Lease;
        buffer.Return(early);
        var late = pool.Rent(1).Lease;

        buffer.Return(early);

        buffer.Read(late, 0, 16).Length.Should().Be(16);
        pool.Rent(1).Should().NotBeSameAs(buffer);
    }

    [Fact]
    public void Rent_LargerThanThePool_IsMadeForOnce()
    {
        var pool = new MediaBufferPool(16, 4);
        var large = pool.Rent(17);
        large.Bytes.Should().HaveCount(17);

        large.Return(large.Lease);

        pool.Rent(17).Should().NotBeSameAs(large);
        pool.Rent(16).Should().NotBeSameAs(large);
    }

    [Fact]
    public void Return_MoreThanAreKept_LetsTheRestGo()
    {
        var pool = new MediaBufferPool(16, 20);
        var lent = Enumerable.Range(0, 40).Select(_ => pool.Rent(1)).ToArray();

        foreach (var buffer in lent)
            buffer.Return(buffer.Lease);

        Enumerable.Range(0, 1 + 20).Select(_ => pool.Rent(1)).Should().OnlyContain(buffer => lent.Contains(buffer));
        lent.Should().NotContain(pool.Rent(1));
    }
}

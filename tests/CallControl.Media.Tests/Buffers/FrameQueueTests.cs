using CallControl.Media.Buffers;

namespace CallControl.Media.Tests.Buffers;

[Collection(LoadCollection.Name)]
public sealed class FrameQueueTests
{
    private readonly int[] _returns = new int[8];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MoveNextAsync_Frames_ComeInOrderAndAreReturnedWhenReadOn()
    {
        var queue = new FrameQueue<TestFrame>(4);
        Add(queue, 0);
        Add(queue, 1);
        await using var reader = queue.GetAsyncEnumerator(Cancelled);

        (await reader.MoveNextAsync()).Should().BeTrue();
        reader.Current.Number.Should().Be(0);
        _returns[0].Should().Be(0);

        (await reader.MoveNextAsync()).Should().BeTrue();
        (reader.Current.Number, _returns[0], _returns[1]).Should().Be((1, 1, 0));

        queue.Complete();
        (await reader.MoveNextAsync()).Should().BeFalse();
        _returns[1].Should().Be(1);
    }

    [Fact]
    public async Task MoveNextAsync_Empty_WaitsForAFrame()
    {
        var queue = new FrameQueue<TestFrame>(4);
        await using var reader = queue.GetAsyncEnumerator(Cancelled);
        for (var i = 0; i < 8; i++)
        {
            var next = reader.MoveNextAsync();
            next.IsCompleted.Should().BeFalse();
            Add(queue, i);
            (await next).Should().BeTrue();
            reader.Current.Number.Should().Be(i);
        }
    }

    [Fact]
    public async Task TryAdd_Full_DropsTheOldestAndReturnsIt()
    {
        var queue = new FrameQueue<TestFrame>(2);
        Add(queue, 0);
        Add(queue, 1);

        queue.TryAdd(new TestFrame(2, _returns), out var dropped).Should().BeFalse();

        dropped.Number.Should().Be(0);
        _returns.Should().Equal(1, 0, 0, 0, 0, 0, 0, 0);
        queue.Complete();
        (await ReadAsync(queue)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task TryAdd_WhileAFrameIsRead_LeavesThatFrameAlone()
    {
        var queue = new FrameQueue<TestFrame>(1);
        Add(queue, 0);
        await using var reader = queue.GetAsyncEnumerator(Cancelled);
        await reader.MoveNextAsync();

        Add(queue, 1);
        queue.TryAdd(new TestFrame(2, _returns), out var dropped).Should().BeFalse();

        (dropped.Number, _returns[0], _returns[1], reader.Current.Number).Should().Be((1, 0, 1, 0));
    }

    [Fact]
    public void TryAdd_Completed_ReturnsTheFrameItself()
    {
        var queue = new FrameQueue<TestFrame>(2);
        queue.Complete();

        queue.TryAdd(new TestFrame(3, _returns), out var dropped).Should().BeFalse();

        (dropped.Number, _returns[3]).Should().Be((3, 1));
    }

    [Fact]
    public async Task Complete_WithFault_ComesBehindTheLastFrame()
    {
        var queue = new FrameQueue<TestFrame>(2);
        Add(queue, 0);
        queue.Complete(new IOException("gone"));
        queue.Complete();
        await using var reader = queue.GetAsyncEnumerator(Cancelled);

        (await reader.MoveNextAsync()).Should().BeTrue();
        await reader.Awaiting(it => it.MoveNextAsync().AsTask()).Should().ThrowAsync<IOException>().WithMessage("gone");
    }

    [Fact]
    public async Task Complete_WhileWaiting_EndsTheReading()
    {
        var queue = new FrameQueue<TestFrame>(2);
        await using var reader = queue.GetAsyncEnumerator(Cancelled);
        var next = reader.MoveNextAsync();

        queue.Complete();

        (await next).Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MoveNextAsync_CancelledWhileWaiting_ThrowsAndLeavesTheQueue(bool isFirst)
    {
        var queue = new FrameQueue<TestFrame>(2);
        using var source = new CancellationTokenSource();
        var reader = queue.ReadAll(isFirst ? source.Token : Cancelled).GetAsyncEnumerator(isFirst ? Cancelled : source.Token);
        var next = reader.MoveNextAsync();

        await source.CancelAsync();

        await FluentActions.Awaiting(() => next.AsTask()).Should().ThrowAsync<OperationCanceledException>();
        await reader.DisposeAsync();
        Add(queue, 5);
        queue.Complete();
        (await ReadAsync(queue)).Should().Equal(5);
    }

    [Fact]
    public async Task MoveNextAsync_AlreadyCancelled_TakesNothing()
    {
        var queue = new FrameQueue<TestFrame>(2);
        Add(queue, 4);
        await using (var reader = queue.GetAsyncEnumerator(new CancellationToken(canceled: true)))
            await reader.Awaiting(it => it.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();

        queue.Complete();
        (await ReadAsync(queue)).Should().Equal(4);
    }

    [Fact]
    public async Task GetAsyncEnumerator_SecondReader_IsRefusedUntilTheFirstLeaves()
    {
        var queue = new FrameQueue<TestFrame>(2);
        Add(queue, 0);
        await using (var reader = queue.GetAsyncEnumerator(Cancelled))
        {
            await reader.MoveNextAsync();
            queue.Invoking(it => it.GetAsyncEnumerator(Cancelled)).Should().Throw<InvalidOperationException>().WithMessage("*one reader*");
        }

        _returns[0].Should().Be(1, "who leaves gives back");
        Add(queue, 1);
        queue.Complete();
        (await ReadAsync(queue)).Should().Equal(1);
    }

    [Fact]
    public async Task DisposeAsync_WhileWaiting_IsRefusedAndTheQueueGoesOn()
    {
        var queue = new FrameQueue<TestFrame>(2);
        var reader = queue.GetAsyncEnumerator(Cancelled);
        var next = reader.MoveNextAsync();

        await reader.Awaiting(it => it.DisposeAsync().AsTask()).Should().ThrowAsync<NotSupportedException>();

        Add(queue, 3);
        (await next).Should().BeTrue();
        reader.Current.Number.Should().Be(3);
        await reader.DisposeAsync();
        _returns[3].Should().Be(1);
    }

    [Fact]
    public async Task DisposeAsync_WokenAndNotAwaited_LeavesTheNextReaderAlone()
    {
        for (var round = 0; round < 1000; round++)
        {
            var queue = new FrameQueue<TestFrame>(2);
            var former = queue.GetAsyncEnumerator(Cancelled);
            var unheard = former.MoveNextAsync();
            Add(queue, 1);
            await former.DisposeAsync();

            await using var reader = queue.GetAsyncEnumerator(Cancelled);
            (await reader.MoveNextAsync()).Should().BeTrue();
            reader.Current.Number.Should().Be(1);
            var next = reader.MoveNextAsync();
            (await unheard).Should().BeFalse("who has left reads nothing");
            next.IsCompleted.Should().BeFalse("nothing came for this one");
            Add(queue, 2);
            (await next).Should().BeTrue();
            reader.Current.Number.Should().Be(2);
        }
    }

    [Fact]
    public async Task MoveNextAsync_BeforeTheLastWasAwaited_IsRefused()
    {
        var queue = new FrameQueue<TestFrame>(2);
        await using var reader = queue.GetAsyncEnumerator(Cancelled);
        var next = reader.MoveNextAsync();

        reader.Invoking(it => it.MoveNextAsync()).Should().Throw<InvalidOperationException>().WithMessage("*one at a time*");

        queue.Complete();
        (await next).Should().BeFalse();
    }

    [Fact]
    public async Task DisposeAsync_ReadersThatComeAndGoAsFramesDo_LoseNothing()
    {
        const int Count = 20_000;
        var queue = new FrameQueue<TestFrame>(Count);
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; i < Count; i++)
                    queue.TryAdd(new TestFrame(i, null), out _);
            },
            Cancelled);
        var read = new List<int>();
        while (read.Count < Count)
        {
            // Cancelled at any moment: a frame that came first is read all the same.
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
            await using var reader = queue.GetAsyncEnumerator(source.Token);
            var cancelling = Task.Run(source.Cancel, Cancelled);
            try
            {
                while (await reader.MoveNextAsync())
                    read.Add(reader.Current.Number);
            }
            catch (OperationCanceledException)
            {
                await cancelling;
            }
        }

        await writer;
        read.Should().Equal(Enumerable.Range(0, Count));
    }

    [Fact]
    public async Task MoveNextAsync_OneWriterAndOneReader_LosesNothing()
    {
        const int Count = 200_000;
        var queue = new FrameQueue<TestFrame>(64);
        var dropped = 0;
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; i < Count; i++)
                    dropped += queue.TryAdd(new TestFrame(i, null), out _) ? 0 : 1;

                queue.Complete();
            },
            Cancelled);

        var read = 0;
        var last = -1;
        await foreach (var frame in queue.ReadAll(Cancelled))
        {
            frame.Number.Should().BeGreaterThan(last);
            (read, last) = (read + 1, frame.Number);
        }

        await writer;
        (read + dropped, last).Should().Be((Count, Count - 1));
    }

    [Fact]
    public void TryAddAndMoveNext_OnOneThread_AllocateNothing()
    {
        var queue = new FrameQueue<TestFrame>(16);
        var reader = queue.GetAsyncEnumerator(CancellationToken.None);
        PassOne();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100_000; i++)
            PassOne();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void PassOne()
        {
            queue.TryAdd(default, out _);
            var next = reader.MoveNextAsync();
            if (!next.IsCompletedSuccessfully || !next.Result)
                throw new InvalidOperationException("A frame was there.");
        }
    }

    private void Add(FrameQueue<TestFrame> queue, int number) => queue.TryAdd(new TestFrame(number, _returns), out _).Should().BeTrue();

    private static async Task<List<int>> ReadAsync(FrameQueue<TestFrame> queue)
    {
        var numbers = new List<int>();
        await foreach (var frame in queue.ReadAll(Cancelled))
            numbers.Add(frame.Number);

        return numbers;
    }
}

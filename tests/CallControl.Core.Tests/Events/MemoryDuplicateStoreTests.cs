using System.Globalization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class MemoryDuplicateStoreTests
{
    private readonly MemoryDuplicateStore _store = new(capacity: 100);

    [Fact]
    public async Task TryAddAsync_Twice_IsNewOnce()
    {
        (await AddAsync(1)).Should().BeTrue();
        (await AddAsync(1)).Should().BeFalse();
        (await _store.TryAddAsync("other", new CallEventId("1"), TestContext.Current.CancellationToken)).Should().BeTrue("it is another account's");
    }

    [Fact]
    public async Task TryAddAsync_WithinTheCapacity_RemembersWhereverTheGenerationsTurn()
    {
        for (var shift = 0; shift < 250; shift += 7)
        {
            var store = new MemoryDuplicateStore(100);
            for (var i = 0; i < shift; i++)
                await store.TryAddAsync("p", Id(-i - 1), TestContext.Current.CancellationToken);

            await store.TryAddAsync("p", Id(0), TestContext.Current.CancellationToken);
            for (var i = 1; i < 100; i++)
                await store.TryAddAsync("p", Id(i), TestContext.Current.CancellationToken);

            (await store.TryAddAsync("p", Id(0), TestContext.Current.CancellationToken)).Should().BeFalse($"only 99 others came after it (shift {shift})");
        }
    }

    [Fact]
    public async Task TryAddAsync_BeyondTwiceTheCapacity_Forgets()
    {
        for (var i = 0; i <= 200; i++)
            await AddAsync(i);

        (await AddAsync(0)).Should().BeTrue();
        (await AddAsync(199)).Should().BeFalse();
    }

    [Fact]
    public async Task TryAddAsync_ManyThreads_EachIsNewOnce()
    {
        var store = new MemoryDuplicateStore(100_000);
        var news = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 2_000; i++)
                {
                    if (await store.TryAddAsync("p", Id(i)))
                        Interlocked.Increment(ref news);
                }
            },
            TestContext.Current.CancellationToken)));

        news.Should().Be(2_000);
    }

    [Fact]
    public void Constructor_NoRoom_IsRefused() =>
        FluentActions.Invoking(() => new MemoryDuplicateStore(0)).Should().Throw<ArgumentOutOfRangeException>();

    private static CallEventId Id(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private async Task<bool> AddAsync(int number) => await _store.TryAddAsync("p", Id(number), TestContext.Current.CancellationToken);
}

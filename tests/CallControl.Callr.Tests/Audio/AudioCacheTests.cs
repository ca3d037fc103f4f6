using System.Globalization;
using CallControl.Testing;

namespace CallControl.Callr.Tests;

public sealed class AudioCacheTests : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly AudioCache _cache;

    public AudioCacheTests()
    {
        _cache = new AudioCache(_time);
    }

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void TryGet_UntilTheLifetimeIsOver_Finds()
    {
        var wav = new byte[100];
        _cache.Put("a", wav, Lifetime);

        _cache.TryGet("a", out var young).Should().BeTrue();
        young.Should().BeSameAs(wav);
        _cache.TryGet("A", out _).Should().BeFalse();
        _time.Advance(Lifetime - Moment);
        _cache.TryGet("a", out _).Should().BeTrue();
        _time.Advance(Moment);
        _cache.TryGet("a", out var old).Should().BeFalse();
        old.Should().BeNull();
    }

    [Fact]
    public void Put_Again_ReplacesAndBeginsAnew()
    {
        byte[][] wavs = [[1], [2]];
        _cache.Put("a", wavs[0], Lifetime);
        _time.Advance(Lifetime / 2);
        _cache.Put("a", wavs[1], Lifetime);
        _time.Advance(Lifetime - Moment);

        _cache.TryGet("a", out var wav).Should().BeTrue();
        wav.Should().BeSameAs(wavs[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Put_ForNoTime_KeepsNothing(int seconds)
    {
        _cache.Put("a", [1], TimeSpan.FromSeconds(seconds));

        _cache.TryGet("a", out _).Should().BeFalse();
    }

    [Fact]
    public void Put_MoreThanThereIsRoomFor_StaysWithinTheLimit()
    {
        const int Count = 20;
        var wav = new byte[AudioCache.MaxBytes / 10];
        for (var i = 0; i < Count; i++)
            _cache.Put(Address(i), wav, Lifetime);

        Enumerable.Range(0, Count).Count(i => _cache.TryGet(Address(i), out _)).Should().BeInRange(1, 9, "the addresses count as well");

        static string Address(int number) => "https://cdn.example.com/" + number.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Put_LargerThanAll_IsNotKept()
    {
        _cache.Put("a", new byte[AudioCache.MaxBytes + 1], Lifetime);

        _cache.TryGet("a", out _).Should().BeFalse();
    }
}

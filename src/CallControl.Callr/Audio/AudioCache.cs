using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace CallControl.Callr;

/// <summary>Audio that was fetched and converted, by address. Bounded: when it is full, what comes is not kept, and what was used longest ago makes room.</summary>
/// <param name="time">By which audio grows old.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class AudioCache(TimeProvider time) : IDisposable
{
    /// <summary>The most that is kept, in bytes: an hour of audio.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxBytes, Clock = new Clock(time) });

    /// <summary>Finds audio that has not grown old.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="wav">The audio.</param>
    public bool TryGet(string address, [NotNullWhen(true)] out byte[]? wav) => _cache.TryGetValue(address, out wav) && wav is not null;

    /// <summary>Keeps audio, if there is room.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="wav">The audio.</param>
    /// <param name="lifetime">For how long; zero for not at all.</param>
    public void Put(string address, byte[] wav, TimeSpan lifetime)
    {
        if (lifetime > TimeSpan.Zero)
            _cache.Set(address, wav, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = wav.Length + (address.Length * sizeof(char)) });
    }

    public void Dispose() => _cache.Dispose();

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}

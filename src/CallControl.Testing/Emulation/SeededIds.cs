using System.Globalization;

namespace CallControl.Testing.Emulation;

/// <summary>Identifiers and random generators that come out the same for the same seed and the same order of asking.</summary>
internal sealed class SeededIds(int seed)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public string NewUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
            _random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    public string NewText(int length) => NewText(length, Alphabet);

    public string NewText(int length, string alphabet)
    {
        lock (_gate)
            return _random.GetString(alphabet, length);
    }

    public Random NewRandom()
    {
        lock (_gate)
            return new Random(_random.Next());
    }
}

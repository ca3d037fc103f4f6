namespace CallControl.Media.Tests;

/// <summary>Random and mutated datagrams, the same for the same seed, made without allocating.</summary>
/// <param name="seed">Where the generator starts.</param>
/// <param name="valid">Datagrams to mutate.</param>
internal sealed class HostileDatagrams(int seed, byte[][] valid)
{
    private const int MaxLength = 320;

    private readonly Random _random = new(seed);
    private readonly byte[] _buffer = new byte[MaxLength];

    /// <summary>Makes the next datagram: a fifth random, a fifth random behind a first byte that fits, the others mutated or, now and then, left as they are.</summary>
    /// <returns>The datagram; good until the next.</returns>
    public ReadOnlySpan<byte> Next()
    {
        var model = valid[_random.Next(valid.Length)];
        var kind = _random.Next(5);
        if (kind > 1)
            return Mutate(model);

        var datagram = _buffer.AsSpan(0, _random.Next(_random.Next(2) == 0 ? 40 : MaxLength));
        _random.NextBytes(datagram);
        if (kind == 1 && !datagram.IsEmpty)
            datagram[0] = model[0];

        return datagram;
    }

    private ReadOnlySpan<byte> Mutate(byte[] model)
    {
        model.CopyTo(_buffer);
        var length = _random.Next(4) switch
        {
            0 => _random.Next(model.Length + 1),
            1 => Math.Min(model.Length + _random.Next(9), MaxLength),
            _ => model.Length,
        };
        for (var changes = _random.Next(4); changes > 0; changes--)
            _buffer[_random.Next(_random.Next(2) == 0 ? 4 : length + 1)] = (byte)_random.Next(256);

        return _buffer.AsSpan(0, length);
    }
}

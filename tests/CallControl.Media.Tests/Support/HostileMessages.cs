using System.Text;

namespace CallControl.Media.Tests;

/// <summary>Messages of a stream with bytes changed, cut, doubled and put in, the same for the same seed.</summary>
/// <param name="seed">Where the generator starts.</param>
/// <param name="valid">Messages to mutate.</param>
internal sealed class HostileMessages(int seed, string[] valid)
{
    /// <summary>The longest message.</summary>
    public const int MaxLength = 1024;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\"event\":\"media\"", "\"event\":\"mark\"", "\"event\"", "\"number\":", "\"number\":\"12\"", "\"media\":{", "\"media\":{\"payload\":\"AAAA\"}", "\"chunk\":", "\"chunk\":7",
            "\"timestamp\":\"9\"", "\"track\":\"outbound\"", "\"payload\":\"", "\"payload\":\"AQ==\"", "\"stream\":\"x\"", "null", "true", "\"", "\\", "\\\"", "\\u0041", "\\ud800", "{", "}", "[", "]", ",",
            ":", " ", "\n", "0", "00", "-1", "1.5", "1e9", "999999999999999999", "9999999999999999999", "é", "\0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3],
        [0xED, 0xA0, 0x80],
    ];

    private readonly Random _random = new(seed);
    private readonly byte[][] _valid = [.. valid.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[] _buffer = new byte[MaxLength];
    private int _length;

    /// <summary>Makes the next message: a tenth as it was, the others with one to four changes.</summary>
    /// <returns>The message; good until the next.</returns>
    public ReadOnlySpan<byte> Next()
    {
        var model = _valid[_random.Next(_valid.Length)];
        model.CopyTo(_buffer, 0);
        _length = model.Length;
        for (var changes = _random.Next(10) == 0 ? 0 : 1 + _random.Next(4); changes > 0; changes--)
            Change();

        return _buffer.AsSpan(0, _length);
    }

    private void Change()
    {
        var at = _random.Next(_length + 1);
        switch (_random.Next(6))
        {
            case 0 when at < _length:
                _buffer[at] = (byte)_random.Next(256);
                break;
            case 1:
                Replace(at, _random.Next(Math.Min(_length - at, 12) + 1), []);
                break;
            case 2 when _random.Next(4) == 0:
                _length = at;
                break;
            case 3:
                var length = _random.Next(Math.Min(_length - at, 40) + 1);
                Replace(at, 0, _buffer.AsSpan(at, length).ToArray());
                break;
            default:
                Replace(Boundary(at), 0, Pieces[_random.Next(Pieces.Length)]);
                break;
        }
    }

    // Pieces are put where a token begins, so that what comes out is often JSON.
    private int Boundary(int at)
    {
        if (_random.Next(3) == 0)
            return at;

        var next = _buffer.AsSpan(at, _length - at).IndexOfAny("{},:\""u8);
        return next < 0 ? at : at + next + _random.Next(2);
    }

    private void Replace(int at, int count, ReadOnlySpan<byte> with)
    {
        if (_length - count + with.Length > MaxLength)
            return;

        _buffer.AsSpan(at + count, _length - at - count).CopyTo(_buffer.AsSpan(at + with.Length));
        with.CopyTo(_buffer.AsSpan(at));
        _length += with.Length - count;
    }
}

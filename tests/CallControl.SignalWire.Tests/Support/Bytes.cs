namespace CallControl.SignalWire.Tests;

/// <summary>Bytes that nobody meant.</summary>
internal static class Bytes
{
    private static readonly byte[][] Tokens =
    [
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "\""u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(),
        "-1e999"u8.ToArray(), "1e308"u8.ToArray(), "true"u8.ToArray(), "{}"u8.ToArray(), "[]"u8.ToArray(), "\\ud800"u8.ToArray(), [0xFF], [0xC3], [0],
        "\"params\":{}"u8.ToArray(), "\"event_type\":7"u8.ToArray(), "\"result\":{}"u8.ToArray(),
    ];

    public static byte[] Random(Random random, int longest)
    {
        var bytes = new byte[random.Next(longest)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>One to four changes: a bit flipped, a stretch cut out, a token put in or over, a stretch doubled.</summary>
    public static byte[] Mutate(Random random, byte[] valid)
    {
        var bytes = valid.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(12, bytes.Count - at));
            var kind = random.Next(5);
            if (kind == 0)
                bytes[at] ^= (byte)(1 << random.Next(8));

            if (kind is 1 or 3)
                bytes.RemoveRange(at, length);

            if (kind is 2 or 3)
                bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);

            if (kind == 4)
                bytes.InsertRange(at, bytes.GetRange(at, length));
        }

        return [.. bytes];
    }
}

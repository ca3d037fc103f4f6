namespace CallControl.Media.Tests;

/// <summary>An RTP packet as plain data, encoded from RFC 3550 alone: what the SDK reads and writes is compared with it.</summary>
internal sealed record RtpBytes
{
    public bool Marker { get; init; }

    public int PayloadType { get; init; }

    public int SequenceNumber { get; init; }

    public long Timestamp { get; init; }

    public long Ssrc { get; init; }

    public long[] Contributors { get; init; } = [];

    public int? Profile { get; init; }

    public byte[] ExtensionData { get; init; } = [];

    public byte[] Payload { get; init; } = [];

    public int Padding { get; init; }

    public byte[] Encode()
    {
        var bytes = new List<byte>();
        Append(bytes, 1, 128 + (Padding > 0 ? 32 : 0) + (Profile is null ? 0 : 16) + Contributors.Length);
        Append(bytes, 1, (Marker ? 128 : 0) + PayloadType);
        Append(bytes, 2, SequenceNumber);
        Append(bytes, 4, Timestamp);
        Append(bytes, 4, Ssrc);
        foreach (var contributor in Contributors)
            Append(bytes, 4, contributor);

        if (Profile is { } profile)
        {
            Append(bytes, 2, profile);
            Append(bytes, 2, ExtensionData.Length / 4);
            bytes.AddRange(ExtensionData);
        }

        bytes.AddRange(Payload);
        for (var i = Padding; i > 0; i--)
            bytes.Add((byte)(i == 1 ? Padding : 0));

        return [.. bytes];
    }

    private static void Append(List<byte> bytes, int size, long value)
    {
        for (var power = size - 1; power >= 0; power--)
            bytes.Add((byte)(value / (long)Math.Pow(256, power) % 256));
    }
}

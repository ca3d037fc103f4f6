namespace CallControl.Media.Tests.Forks;

/// <summary>Datagrams of a fork, put together from the protocol's description.</summary>
internal static class ForkBytes
{
    public const string CallLegId = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static readonly byte[] Reserved = new byte[6];

    /// <summary>RTP behind a STREP header of version 1.</summary>
    public static byte[] Strep(RtpBytes rtp, string id = CallLegId, bool isLegB = false, bool isSent = false) =>
        [.. StrepBytes.Encode(1, isLegB, isSent, 24, Reserved, id), .. rtp.Encode()];

    /// <summary>20 ms of µ-law, the number in each byte; the timestamp goes on by 160 for each number.</summary>
    public static RtpBytes Rtp(int number, long ssrc = 7, int length = 160) => new()
    {
        SequenceNumber = number % 65536,
        Timestamp = number * 160L % 0x1_0000_0000,
        Ssrc = ssrc,
        Payload = [.. Enumerable.Repeat((byte)number, length)],
    };
}

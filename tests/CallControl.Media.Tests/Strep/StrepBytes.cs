namespace CallControl.Media.Tests;

/// <summary>Writes STREP headers from the protocol's description alone, bit by bit: what the SDK reads and writes is compared with it.</summary>
internal static class StrepBytes
{
    /// <summary>The header, and what a later version has behind its fields.</summary>
    /// <param name="id">The call leg's id, as the digits of its text in order, which is the network order.</param>
    /// <param name="reserved">Six bytes.</param>
    public static byte[] Encode(int version, bool isLegB, bool isSent, int headerLength, byte[] reserved, string id, params byte[] rest)
    {
        var bits = "11" + Convert.ToString(version, 2).PadLeft(4, '0') + (isLegB ? "1" : "0") + (isSent ? "1" : "0");
        var bytes = new List<byte> { Convert.ToByte(bits, 2), (byte)headerLength };
        bytes.AddRange(reserved);
        bytes.AddRange(Convert.FromHexString(id.Replace("-", "", StringComparison.Ordinal)));
        bytes.AddRange(rest);
        return [.. bytes];
    }
}

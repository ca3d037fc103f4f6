using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.Testing.Tests.SignalWire;

/// <summary>HMAC as RFC 2104 writes it down, from the bare hash functions, so that the emulator's is not checked against itself.</summary>
internal static class HmacCheck
{
    private const int BlockLength = 64;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The vendor signs with it.")]
    public static string Sha1(string key, string text) => Of(SHA1.HashData, key, text);

    public static string Sha256(string key, string text) => Of(SHA256.HashData, key, text);

    private static string Of(Func<byte[], byte[]> hash, string key, string text)
    {
        var block = new byte[BlockLength];
        Encoding.UTF8.GetBytes(key).CopyTo(block, 0);
        byte[] inner = hash([.. block.Select(static value => (byte)(value ^ 0x36)), .. Encoding.UTF8.GetBytes(text)]);
        return Convert.ToHexStringLower(hash([.. block.Select(static value => (byte)(value ^ 0x5C)), .. inner]));
    }
}

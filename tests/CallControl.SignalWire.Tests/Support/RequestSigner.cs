using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.SignalWire.Tests;

/// <summary>Signs as the vendor does, in the plainest way: hex(HMAC(key, url + body)).</summary>
internal static class RequestSigner
{
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The vendor's.")]
    public static string Sha1(string key, string url, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Message(url, body)));

    public static string Sha256(string key, string url, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Message(url, body)));

    private static byte[] Message(string url, byte[] body) => [.. Encoding.UTF8.GetBytes(url), .. body];
}

using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.Telnyx.Tests;

/// <summary>Bytes that look random and are the same on every machine and runtime: SHA-512 of a name and a counter.</summary>
internal sealed class ByteStream(string name)
{
    private byte[] _block = [];
    private int _used;
    private int _blocks;

    public byte[] Take(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            if (_used == _block.Length)
            {
                _block = SHA512.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}/{_blocks++}")));
                _used = 0;
            }

            bytes[i] = _block[_used++];
        }

        return bytes;
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(BitConverter.ToUInt32(Take(4)) % (uint)limit);

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public BigInteger Below(BigInteger limit) => new BigInteger(Take(64), isUnsigned: true) % limit;
}

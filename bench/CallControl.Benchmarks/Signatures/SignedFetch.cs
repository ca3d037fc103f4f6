using System.Security.Cryptography;
using CallControl.SignalWire;

namespace CallControl.Benchmarks;

/// <summary>A signed request of SignalWire for a document, verified by the SDK, and by one HMAC alone.</summary>
internal sealed class SignedFetch
{
    private const string Key = "PSKtest1234567890abcdef";

    // By another implementation.
    private const string Signature = "71fcaca0a2fc62fa098e2af7ec3bb9a2d796d191b09024822482c81ab6d86ca5";

    private static readonly Uri Url = new("https://calls.example.com/calls/signalwire/swml?tenant=7");

    private static readonly byte[] Body = """
        {"call":{"call_id":"5d1e0d2a-6f3b-4b0e-9c39-2e1f5a9b7c10","node_id":"8f7c6b5a-4d3e-4f2a-9b1c-0d9e8f7a6b5c@us-east","segment_id":"5d1e0d2a-6f3b-4b0e-9c39-2e1f5a9b7c10","call_state":"created","direction":"inbound","type":"phone","from":"+15550100123","to":"+15550100124","headers":[],"project_id":"1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9","space_id":"9e8d7c6b-5a49-4382-9716-a5b4c3d2e1f0"},"vars":{},"envs":{},"params":{}}
        """u8.ToArray();

    private readonly string[] _keys = [Key];
    private readonly byte[] _key = [.. "PSKtest1234567890abcdef"u8];
    private readonly byte[] _signature = Convert.FromHexString(Signature);
    private readonly byte[] _message = [.. "https://calls.example.com/calls/signalwire/swml?tenant=7"u8, .. Body];

    /// <summary>Address, header and body, as they come.</summary>
    public bool Verify() => SignalWireSignature.Verify(Url, Body, null, Signature, _keys) == SignalWireSignatureResult.Valid;

    /// <summary>The floor: the message put together, the key and the signature decoded beforehand.</summary>
    public bool RawVerify()
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, _message, digest);
        return CryptographicOperations.FixedTimeEquals(digest, _signature);
    }
}

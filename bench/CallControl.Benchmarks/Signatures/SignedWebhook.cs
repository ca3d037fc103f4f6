using CallControl.Telnyx;
using CallControl.Telnyx.Tests;

namespace CallControl.Benchmarks;

/// <summary>A signed webhook of Telnyx, verified by the SDK, and by OpenSSL alone. The key is that of RFC 8032, section 7.1, test 3.</summary>
internal sealed class SignedWebhook : IDisposable
{
    private const string Timestamp = "1767225600";
    private const string Signature = "f5BMusg4H5HXkWG4ZDpx6FdjfPhq++GgAN7YIJYTu0DCfxCXjquHQWXWh6WnVu1MVE4whXI9ROd5U02eMl+ACQ==";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);
    private static readonly byte[] PublicKey = Convert.FromHexString("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

    private static readonly byte[] Body = """
        {"data":{"record_type":"event","event_type":"call.initiated","id":"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0","occurred_at":"2025-12-31T23:59:59.698408Z","payload":{"call_control_id":"v3:6tT9xwz1LxpQwLW5vBnbF4pk1OKHvZyb3VrD0jQ2yK7RfaGJcN5eXA","call_leg_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1","call_session_id":"428c31b6-abf3-3bc1-b7f4-5013ef9657c1","calling_party_type":"pstn","client_state":null,"connection_id":"1494404757140276705","direction":"incoming","from":"+15550100123","to":"+15550100124","start_time":"2025-12-31T23:59:59.651234Z","state":"parked"}},"meta":{"attempt":1,"delivered_to":"https://calls.example.com/calls/telnyx"}}
        """u8.ToArray();

    private readonly IReadOnlyList<TelnyxPublicKey> _keys = [TelnyxPublicKey.Parse(Convert.ToBase64String(PublicKey))];
    private readonly LibCrypto _openSsl = new(PublicKey);
    private readonly byte[] _signature = Convert.FromBase64String(Signature);
    private readonly byte[] _message = [.. "1767225600|"u8, .. Body];

    /// <summary>Headers and body, as they come.</summary>
    public bool Verify() => TelnyxSignature.Verify(Body, Signature, Timestamp, _keys, Now) == TelnyxSignatureResult.Valid;

    /// <summary>The floor: the message put together and the signature decoded beforehand.</summary>
    public bool RawVerify() => _openSsl.Verify(_signature, _message);

    public void Dispose() => _openSsl.Dispose();
}

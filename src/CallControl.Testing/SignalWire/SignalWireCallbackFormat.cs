using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Signs address and body with two algorithms, as lower-case hexadecimal digits. The address is the one that was configured, without
/// credentials; unverified: also without a fragment, which no request carries.
/// </summary>
internal sealed class SignalWireCallbackFormat(string signingKey, bool signCallbacks) : IWebhookFormat
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(signingKey);

    public string Render(RaisedWebhook webhook, Uri target, int attempt) => webhook.Body;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The vendor signs with both algorithms.")]
    public IEnumerable<KeyValuePair<string, string>> Headers(RaisedWebhook webhook, Uri target, ReadOnlySpan<byte> body)
    {
        if (webhook.Name is SignalWireEvents.Request || (!signCallbacks && webhook.Name is not SignalWireEvents.Fetch))
            return [];
        byte[] signed = [.. Encoding.UTF8.GetBytes(SignedAddress(target)), .. body];
        var (weak, strong) = (HMACSHA1.HashData(_key, signed), HMACSHA256.HashData(_key, signed));
        if (webhook.HasWrongSignature)
        {
            weak[0] ^= 1;
            strong[0] ^= 1;
        }

        return
        [
            new("X-SignalWire-Signature", Convert.ToHexStringLower(weak)),
            new("X-SignalWire-SHA256-Signature", Convert.ToHexStringLower(strong)),
        ];
    }

    private static string SignedAddress(Uri target)
    {
        var text = target.OriginalString;
        if (target.Fragment.Length > 0)
            text = text[..text.IndexOf('#', StringComparison.Ordinal)];
        return target.UserInfo.Length > 0 ? text.Replace($"{target.UserInfo}@", "", StringComparison.Ordinal) : text;
    }
}

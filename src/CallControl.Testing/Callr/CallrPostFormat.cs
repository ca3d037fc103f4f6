using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The headers of the vendor's POSTs: no signature, no date, HTTP Basic if the app has a login.</summary>
internal sealed class CallrPostFormat : IWebhookFormat
{
    public string Render(RaisedWebhook webhook, Uri target, int attempt) => webhook.Body;

    public IEnumerable<KeyValuePair<string, string>> Headers(RaisedWebhook webhook, Uri target, ReadOnlySpan<byte> body)
    {
        var headers = new List<KeyValuePair<string, string>> { new("Accept", "*/*") };
        if (webhook.Credentials is { } credentials)
        {
            if (webhook.HasWrongSignature)
                credentials += "-wrong";
            headers.Add(new("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}"));
        }

        return headers;
    }
}

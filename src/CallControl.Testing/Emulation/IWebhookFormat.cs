namespace CallControl.Testing.Emulation;

/// <summary>How a vendor writes and signs each single delivery of a webhook.</summary>
internal interface IWebhookFormat
{
    string Render(RaisedWebhook webhook, Uri target, int attempt);

    /// <summary>The headers beside the content type; a signature covers the bytes as they are sent, broken ones too.</summary>
    IEnumerable<KeyValuePair<string, string>> Headers(RaisedWebhook webhook, Uri target, ReadOnlySpan<byte> body);
}

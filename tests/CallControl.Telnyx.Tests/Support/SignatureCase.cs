namespace CallControl.Telnyx.Tests;

/// <summary>A key, a signature, and the message in two parts: whether they fit is OpenSSL's to say.</summary>
internal sealed record SignatureCase(SignatureKind Kind, byte[] Key, byte[] Signature, byte[] Head, byte[] Body)
{
    public byte[] Message => [.. Head, .. Body];
}

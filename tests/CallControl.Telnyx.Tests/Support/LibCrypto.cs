using System.Reflection;
using System.Runtime.InteropServices;

namespace CallControl.Telnyx.Tests;

/// <summary>Ed25519 of OpenSSL: what signatures are checked against, where the machine has its libcrypto (every Linux that runs .NET does).</summary>
/// <remarks>The benchmarks use this file too.</remarks>
internal sealed class LibCrypto : IDisposable
{
    private const string Library = "libcrypto";
    private const int Ed25519 = 1087;

    private static readonly string[] Names = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll"];

    private static readonly nint Handle = Load();

    private readonly nint _key;

    /// <summary>Takes a public key as OpenSSL does: 32 bytes, looked at only when something is verified.</summary>
    public LibCrypto(ReadOnlySpan<byte> publicKey)
    {
        _key = EVP_PKEY_new_raw_public_key(Ed25519, 0, in publicKey.GetPinnableReference(), (nuint)publicKey.Length);
        if (_key == 0)
            throw new InvalidOperationException("OpenSSL does not take the key.");
    }

    public static bool IsHere => Handle != 0;

    public static string Version => Marshal.PtrToStringUTF8(OpenSSL_version(0))!;

    public bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message)
    {
        var context = EVP_MD_CTX_new();
        try
        {
            if (EVP_DigestVerifyInit(context, 0, 0, 0, _key) != 1)
                throw new InvalidOperationException("OpenSSL does not begin to verify.");

            // An empty span refers to nothing, which OpenSSL would take for a question after the length.
            ReadOnlySpan<byte> some = message.IsEmpty ? [0] : message;
            return EVP_DigestVerify(context, in MemoryMarshal.GetReference(signature), (nuint)signature.Length, in MemoryMarshal.GetReference(some), (nuint)message.Length) == 1;
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    public void Dispose() => EVP_PKEY_free(_key);

    private static nint Load()
    {
        var handle = Names.Select(name => NativeLibrary.TryLoad(name, out var found) ? found : 0).FirstOrDefault(found => found != 0);
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Library ? handle : 0);
        return handle;
    }

    [DllImport(Library)]
    private static extern nint OpenSSL_version(int what);

    [DllImport(Library)]
    private static extern nint EVP_PKEY_new_raw_public_key(int type, nint engine, in byte key, nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Library)]
    private static extern nint EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(nint context, in byte signature, nuint signatureLength, in byte message, nuint length);
}

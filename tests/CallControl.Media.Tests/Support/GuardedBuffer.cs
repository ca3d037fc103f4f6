using System.Runtime.InteropServices;

namespace CallControl.Media.Tests;

/// <summary>
/// A buffer that ends where the process may not read: one byte too many ends the test run. On other systems than Linux it ends an array, and reads beyond are
/// caught by the bounds of its spans alone.
/// </summary>
internal sealed unsafe partial class GuardedBuffer : IDisposable
{
    private const int ReadWrite = 3;
    private const int NoAccess = 0;
    private const int PrivateAnonymous = 0x22;

    private readonly int _page = Environment.SystemPageSize;
    private readonly byte* _start;
    private readonly byte[] _array = [];

    public GuardedBuffer()
    {
        if (!OperatingSystem.IsLinux())
        {
            _array = new byte[_page];
            return;
        }

        var start = Map(0, 2 * (nuint)_page, ReadWrite, PrivateAnonymous, -1, 0);
        if (start == -1 || Protect(start + _page, (nuint)_page, NoAccess) != 0)
            throw new InvalidOperationException($"The guarded page was refused: {Marshal.GetLastPInvokeErrorMessage()}.");

        _start = (byte*)start;
    }

    /// <summary>The last bytes before the guard.</summary>
    public Span<byte> Last(int length) => _start is null ? _array.AsSpan(_page - length) : new Span<byte>(_start + _page - length, length);

    public void Dispose()
    {
        if (_start is not null)
            _ = Unmap((nint)_start, 2 * (nuint)_page);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}

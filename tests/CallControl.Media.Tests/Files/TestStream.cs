namespace CallControl.Media.Tests;

/// <summary>A stream that cannot seek, or cannot be written synchronously, or fails once, or keeps only its first bytes.</summary>
internal sealed class TestStream : Stream
{
    private readonly MemoryStream _kept = new();
    private long _position;
    private long _length;

    public bool IsSeekable { get; init; }

    public bool IsAsyncOnly { get; init; }

    /// <summary>How many bytes are kept; the others are counted.</summary>
    public long Keeps { get; init; } = long.MaxValue;

    /// <summary>The number of the write, from 1 on, that fails once half of it is written; 0 for none.</summary>
    public int FailsAt { get; init; }

    public int Writes { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => IsSeekable;

    public override bool CanWrite => true;

    public override long Length => IsSeekable ? _length : throw new NotSupportedException();

    public override long Position
    {
        get => IsSeekable ? _position : throw new NotSupportedException();
        set => _position = IsSeekable ? value : throw new NotSupportedException();
    }

    public byte[] ToArray() => _kept.ToArray();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsAsyncOnly)
            throw new InvalidOperationException("Synchronous operations are disallowed.");

        Take(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Take(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        var isFailure = ++Writes == FailsAt;
        bytes = isFailure ? bytes[..(bytes.Length / 2)] : bytes;
        var kept = bytes[..(int)Math.Clamp(Keeps - _position, 0, bytes.Length)];
        if (!kept.IsEmpty)
        {
            _kept.Position = _position;
            _kept.Write(kept);
        }

        _position += bytes.Length;
        _length = Math.Max(_length, _position);
        if (isFailure)
            throw new IOException("The disk is full.");
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>Writes a WAV file as its sound comes: one channel, or several aligned by time, such as the two directions of a call.</summary>
/// <remarks>
/// <para>
/// Samples have a position, in frames from the beginning of the file. What is missing becomes silence of the right length; what comes late lands where it belongs, as long as it lies
/// within <see cref="WaveWriterOptions.Window"/>; what comes twice is written twice. Memory is bounded by the window.
/// </para>
/// <para>
/// On a stream that can seek, the file is valid after each <see cref="FlushAsync"/>, up to what was written before it, also if the process dies later; the samples come in at the
/// stream's position. On others the header says that the length is unknown. <see cref="DisposeAsync"/> ends the file.
/// </para>
/// <para>Not thread-safe: one call at a time. Nothing is allocated for a packet.</para>
/// </remarks>
public sealed class WaveWriter : IAsyncDisposable
{
    // Beyond the window, so that the stream gets blocks and not packets.
    private const int BlockFrames = 4096;

    private static readonly byte[] Pad = [0];

    private readonly Stream _stream;
    private readonly WaveWriterOptions _options;
    private readonly int _sampleBytes;
    private readonly int _frameBytes;
    private readonly long _window;
    private readonly long _maxGap;
    private readonly long _maxFrames;
    private readonly long _origin;
    private readonly byte[] _header;
    private readonly byte[] _encoded;

    // The frames from number _start on, silence where nothing has come yet; those before it are in the stream.
    private readonly byte[] _frames;
    private long _start;
    private bool _isBegun;
    private bool _isDisposed;

    /// <summary>Begins a file. Nothing is written yet.</summary>
    /// <param name="stream">Where it goes; from its position on, if it can seek.</param>
    /// <param name="options">What is written; <see langword="null"/> for the defaults: 16-bit PCM, 8000 Hz, mono.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, or an option is out of its range.</exception>
    public WaveWriter(Stream stream, WaveWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written.", nameof(stream));

        _options = options ?? new WaveWriterOptions();
        if (Problem(_options) is { } problem)
            throw new ArgumentException(problem, nameof(options));

        _stream = stream;
        _sampleBytes = SampleReader.BytesOf(_options.Encoding);
        _frameBytes = _sampleBytes * _options.Channels;
        _window = Frames(_options.Window);
        _maxGap = Frames(_options.MaxGap);
        _maxFrames = WaveHeader.MaxDataLength(_options.Encoding) / _frameBytes;
        _origin = stream.CanSeek ? stream.Position : 0;
        _header = new byte[WaveHeader.LengthOf(_options.Encoding)];
        _encoded = new byte[BlockFrames * _sampleBytes];
        _frames = new byte[(_window + BlockFrames) * _frameBytes];
        Array.Fill(_frames, Silence);

        long Frames(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds * _options.Rate);
    }

    /// <summary>How long the file is so far, in frames: up to the end of the latest samples.</summary>
    public long Length { get; private set; }

    /// <summary>How many samples came too late: before the file's beginning, or longer ago than <see cref="WaveWriterOptions.Window"/> says.</summary>
    public long LateSamples { get; private set; }

    /// <summary>How many samples were refused because they were further ahead than <see cref="WaveWriterOptions.MaxGap"/>.</summary>
    public long RefusedSamples { get; private set; }

    private byte Silence => _options.Encoding switch
    {
        SampleEncoding.Alaw => G711.AlawSilence,
        SampleEncoding.Mulaw => G711.MulawSilence,
        _ => 0,
    };

    // Chunks have an even length.
    private int Padding => (int)(Length * _frameBytes & 1);

    private int Capacity => _frames.Length / _frameBytes;

    /// <summary>Writes samples of one channel. The stream gets them later, and synchronously.</summary>
    /// <param name="channel">Which, from 0 on; of stereo 0 is left.</param>
    /// <param name="position">Where they begin, in frames from the file's beginning. Any value; what does not fit is counted.</param>
    /// <param name="samples">The samples, encoded if the file's encoding is G.711.</param>
    /// <returns>How many were taken: not those of <see cref="LateSamples"/> and <see cref="RefusedSamples"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    /// <exception cref="IOException">The file would be longer than a WAV file can be, 4 GB; none was taken, and the file can be ended. Or the stream failed.</exception>
    /// <exception cref="ObjectDisposedException">The file was ended.</exception>
    public int Write(int channel, long position, ReadOnlySpan<short> samples) => WritePieces(channel, position, samples);

    /// <summary>Writes samples of one channel.</summary>
    /// <inheritdoc cref="Write" path="/param|/returns|/exception"/>
    /// <param name="channel">Which, from 0 on; of stereo 0 is left.</param>
    /// <param name="position">Where they begin, in frames from the file's beginning. Any value; what does not fit is counted.</param>
    /// <param name="samples">The samples, encoded if the file's encoding is G.711. In use until the task ends.</param>
    /// <param name="cancellationToken">Gives up writing to the stream; the samples may be lost.</param>
    public ValueTask<int> WriteAsync(int channel, long position, ReadOnlyMemory<short> samples, CancellationToken cancellationToken = default) =>
        WritePiecesAsync(channel, position, samples, cancellationToken);

    /// <summary>Writes G.711 codes of one channel as they are. The stream gets them later, and synchronously.</summary>
    /// <inheritdoc cref="Write" path="/returns|/exception"/>
    /// <param name="channel">Which, from 0 on; of stereo 0 is left.</param>
    /// <param name="position">Where they begin, in frames from the file's beginning. Any value; what does not fit is counted.</param>
    /// <param name="codes">The codes, of the file's encoding.</param>
    /// <exception cref="InvalidOperationException">The file's encoding is not G.711.</exception>
    public int WriteCodes(int channel, long position, ReadOnlySpan<byte> codes)
    {
        RequireCodes();
        return WritePieces(channel, position, codes);
    }

    /// <summary>Writes G.711 codes of one channel as they are.</summary>
    /// <inheritdoc cref="Write" path="/returns|/exception"/>
    /// <param name="channel">Which, from 0 on; of stereo 0 is left.</param>
    /// <param name="position">Where they begin, in frames from the file's beginning. Any value; what does not fit is counted.</param>
    /// <param name="codes">The codes, of the file's encoding. In use until the task ends.</param>
    /// <param name="cancellationToken">Gives up writing to the stream; the codes may be lost.</param>
    /// <exception cref="InvalidOperationException">The file's encoding is not G.711.</exception>
    public ValueTask<int> WriteCodesAsync(int channel, long position, ReadOnlyMemory<byte> codes, CancellationToken cancellationToken = default)
    {
        RequireCodes();
        return WritePiecesAsync(channel, position, codes, cancellationToken);
    }

    /// <summary>
    /// Makes the file valid as it is. On a stream that can seek all samples so far are in it, and late ones can still come; on others those that cannot change any more are.
    /// </summary>
    /// <param name="cancellationToken">Gives up; the file is valid up to an earlier flush.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="ObjectDisposedException">The file was ended.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_stream.CanSeek)
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        else
            await DrainAsync(Length - _window, cancellationToken).ConfigureAwait(false);

        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the file, and closes the stream unless <see cref="WaveWriterOptions.LeaveOpen"/> says otherwise. Again, it does nothing.</summary>
    /// <exception cref="IOException">The stream failed; it is closed all the same.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        try
        {
            if (_stream.CanSeek)
                await SettleAsync(CancellationToken.None).ConfigureAwait(false);
            else
                await EndAsync().ConfigureAwait(false);

            await _stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (!_options.LeaveOpen)
                await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string? Problem(WaveWriterOptions options)
    {
        if (options.Encoding is not (SampleEncoding.Pcm16 or SampleEncoding.Alaw or SampleEncoding.Mulaw))
            return $"Encoding must be Pcm16, Alaw or Mulaw, not {options.Encoding}.";

        return OutOfRange(nameof(options.Channels), options.Channels, 1, WaveReader.MaxChannels)
            ?? OutOfRange(nameof(options.Rate), options.Rate, WaveReader.MinRate, WaveReader.MaxRate)
            ?? OutOfRange(nameof(options.Window), options.Window, TimeSpan.Zero, TimeSpan.FromMinutes(1))
            ?? OutOfRange(nameof(options.MaxGap), options.MaxGap, TimeSpan.Zero, TimeSpan.FromDays(1));

        static string? OutOfRange<T>(string name, T value, T min, T max)
            where T : IComparable<T> =>
            value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{name} must be {min} to {max}, not {value}.");
    }

    private void RequireCodes()
    {
        if (_options.Encoding == SampleEncoding.Pcm16)
            throw new InvalidOperationException("The file is one of 16-bit PCM: codes must be decoded (G711), or the file's Encoding be Alaw or Mulaw.");
    }

    private int WritePieces<T>(int channel, long position, ReadOnlySpan<T> samples)
        where T : unmanaged
    {
        var (skipped, taken) = Accept(channel, position, samples.Length);
        samples = samples.Slice(skipped, taken);
        for (var first = position + skipped; !samples.IsEmpty;)
        {
            var piece = samples[..Math.Min(samples.Length, BlockFrames)];
            Drain(OldestNeeded(first, piece.Length));
            Place(channel, first, piece);
            samples = samples[piece.Length..];
            first += piece.Length;
        }

        return taken;
    }

    private ValueTask<int> WritePiecesAsync<T>(int channel, long position, ReadOnlyMemory<T> samples, CancellationToken cancellationToken)
        where T : unmanaged
    {
        var (skipped, taken) = Accept(channel, position, samples.Length);
        samples = samples.Slice(skipped, taken);
        var first = position + skipped;
        if (taken == 0)
            return new ValueTask<int>(0);

        if (taken > BlockFrames || OldestNeeded(first, taken) > _start)
            return DrainAndPlaceAsync(channel, first, samples, cancellationToken);

        Place(channel, first, samples.Span);
        return new ValueTask<int>(taken);
    }

    private async ValueTask<int> DrainAndPlaceAsync<T>(int channel, long first, ReadOnlyMemory<T> samples, CancellationToken cancellationToken)
        where T : unmanaged
    {
        var rest = samples;
        while (!rest.IsEmpty)
        {
            var piece = rest[..Math.Min(rest.Length, BlockFrames)];
            await DrainAsync(OldestNeeded(first, piece.Length), cancellationToken).ConfigureAwait(false);
            Place(channel, first, piece.Span);
            rest = rest[piece.Length..];
            first += piece.Length;
        }

        return samples.Length;
    }

    // Which of the samples have a place: those after the first ones, which are late.
    private (int Skipped, int Taken) Accept(int channel, long position, int count)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, _options.Channels);
        if (position > Length + _maxGap)
        {
            RefusedSamples += count;
            return (0, 0);
        }

        if (position + count > _maxFrames)
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture,
                $"A WAV file holds at most 4 GB, here {_maxFrames} frames of {_frameBytes} bytes; frames {position} to {position + count} do not fit. End it and begin another."));
        }

        // Far before the beginning the difference would overflow.
        var skipped = position >= _start ? 0 : position < _start - count ? count : (int)(_start - position);
        LateSamples += skipped;
        return (skipped, count - skipped);
    }

    // Where memory must begin for samples to fit: as it does, or else with the window behind them, but not after them.
    private long OldestNeeded(long position, int count)
    {
        var end = position + count;
        return end <= _start + Capacity ? _start : Math.Min(position, end - _window);
    }

    private void Place<T>(int channel, long position, ReadOnlySpan<T> samples)
        where T : unmanaged
    {
        var bytes = Encode(samples);
        var target = _frames.AsSpan((int)(position - _start) * _frameBytes, samples.Length * _frameBytes);
        if (_options.Channels == 1)
            bytes.CopyTo(target);
        else if (_sampleBytes == sizeof(short))
            Interleave(MemoryMarshal.Cast<byte, short>(bytes), MemoryMarshal.Cast<byte, short>(target), channel);
        else
            Interleave(bytes, target, channel);

        Length = Math.Max(Length, position + samples.Length);
    }

    private void Interleave<T>(ReadOnlySpan<T> samples, Span<T> frames, int channel)
    {
        for (var i = 0; i < samples.Length; i++)
            frames[(i * _options.Channels) + channel] = samples[i];
    }

    private ReadOnlySpan<byte> Encode<T>(ReadOnlySpan<T> samples)
        where T : unmanaged
    {
        if (typeof(T) == typeof(byte))
            return MemoryMarshal.AsBytes(samples);

        var linear = MemoryMarshal.Cast<T, short>(samples);
        var length = _options.Encoding switch
        {
            SampleEncoding.Alaw => G711.EncodeAlaw(linear, _encoded),
            SampleEncoding.Mulaw => G711.EncodeMulaw(linear, _encoded),
            _ => LinearPcm.EncodeLittleEndian(linear, _encoded),
        };
        return _encoded.AsSpan(0, length);
    }

    private void Drain(long start)
    {
        while (_start < start)
        {
            Begin();
            var frames = (int)Math.Min(start - _start, Capacity);
            _stream.Write(_frames, 0, frames * _frameBytes);
            Forget(frames);
        }
    }

    private async ValueTask DrainAsync(long start, CancellationToken cancellationToken)
    {
        while (_start < start)
        {
            await BeginAsync(cancellationToken).ConfigureAwait(false);
            var frames = (int)Math.Min(start - _start, Capacity);
            await _stream.WriteAsync(_frames.AsMemory(0, frames * _frameBytes), cancellationToken).ConfigureAwait(false);
            Forget(frames);
        }
    }

    private void Forget(int frames)
    {
        var bytes = frames * _frameBytes;
        _frames.AsSpan(bytes).CopyTo(_frames);
        _frames.AsSpan(_frames.Length - bytes).Fill(Silence);
        _start += frames;
    }

    // Until the first flush the file says that it is empty, or that its length is unknown.
    private void Begin()
    {
        if (!_isBegun)
            _stream.Write(Header(_stream.CanSeek ? 0 : WaveHeader.UnknownLength).Span);

        Continue();
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (!_isBegun)
            await _stream.WriteAsync(Header(_stream.CanSeek ? 0 : WaveHeader.UnknownLength), cancellationToken).ConfigureAwait(false);

        Continue();
    }

    // A flush leaves the stream elsewhere, a write that failed anywhere.
    private void Continue()
    {
        _isBegun = true;
        if (_stream.CanSeek && _stream.Position != PositionOf(_start))
            _stream.Position = PositionOf(_start);
    }

    // Writes what is in memory, which stays there, then the header that speaks of it.
    private async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        var pending = (int)Math.Max(Length - _start, 0) * _frameBytes;
        await _stream.WriteAsync(_frames.AsMemory(0, pending), cancellationToken).ConfigureAwait(false);
        await PadAsync(cancellationToken).ConfigureAwait(false);
        _stream.Position = _origin;
        await _stream.WriteAsync(Header((uint)(Length * _frameBytes)), cancellationToken).ConfigureAwait(false);
        _stream.Position = PositionOf(Length) + Padding;
    }

    private async ValueTask EndAsync()
    {
        await BeginAsync(CancellationToken.None).ConfigureAwait(false);
        await DrainAsync(Length, CancellationToken.None).ConfigureAwait(false);
        await PadAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private ValueTask PadAsync(CancellationToken cancellationToken) => _stream.WriteAsync(Pad.AsMemory(0, Padding), cancellationToken);

    private ReadOnlyMemory<byte> Header(uint dataLength)
    {
        WaveHeader.Write(_header, _options.Encoding, _options.Channels, _options.Rate, dataLength);
        return _header;
    }

    private long PositionOf(long frame) => _origin + _header.Length + (frame * _frameBytes);
}

namespace CallControl.Media;

/// <summary>How a <see cref="MediaStreamSession"/> reads and sends.</summary>
public sealed record MediaStreamOptions
{
    /// <summary>How long to wait for the stream's start once its WebSocket is open.</summary>
    /// <value>Above 0, up to 10 minutes. The default is 10 seconds.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest message that is taken, its fragments together, in bytes; a longer one ends the stream.</summary>
    /// <value>1024 to 16 MB. The default is 65,536: above a second of any codec.</value>
    public int MaxMessageBytes { get; init; } = 64 * 1024;

    /// <summary>How many chunks of a track, the next one included, are put in order.</summary>
    /// <value>1 to 256; 1 takes them as they come. The default is 16.</value>
    public int ReorderWindow { get; init; } = 16;

    /// <summary>How long a chunk waits for a missing one before it.</summary>
    /// <value>Above 0, up to 10 seconds. The default is 100 ms.</value>
    public TimeSpan ReorderDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many frames wait for who reads them; then the oldest make room, and are counted.</summary>
    /// <value>1 to 10,000. The default is 256: five seconds of one track.</value>
    public int InboundCapacity { get; init; } = 256;

    /// <summary>How what we send is encoded.</summary>
    /// <value>
    /// Up to 192,000 Hz and 8 channels. Null, the default, takes the vendor's default or, where there is none, the format of what comes. Must be what the stream was asked for with.
    /// </value>
    public MediaFormat? OutboundFormat { get; init; }

    /// <summary>Whether we send whole files, such as MP3, and not the codec's bytes. Only where the vendor takes them: at Telnyx the mode <c>mp3</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool SendsFiles { get; init; }

    /// <summary>How much audio goes into a message.</summary>
    /// <value>What the vendor takes: 20 ms to 30 s. The default is 20 ms.</value>
    public TimeSpan FrameDuration { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How far ahead of its time audio is sent, so that a short delay on the way is not heard.</summary>
    /// <value>0 to 10 seconds. The default is 100 ms. What was sent is the vendor's: <see cref="MediaStreamSession.ClearAsync"/> reaches it there.</value>
    public TimeSpan Lead { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How much audio may wait to be sent; who sends more waits until there is room for 200 ms, or for half of a smaller capacity.</summary>
    /// <value><see cref="FrameDuration"/> to 10 minutes. The default is 10 seconds.</value>
    public TimeSpan OutboundCapacity { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The byte order of L16, both ways.</summary>
    /// <value>Little-endian by default: vendors do not document theirs, and that is the likelier (<em>unverified</em>).</value>
    public SampleByteOrder L16ByteOrder { get; init; } = SampleByteOrder.LittleEndian;

    /// <summary>Checks the options for a vendor's streams.</summary>
    /// <param name="protocol">The vendor's messages.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it, and the range.</exception>
    public void Validate(MediaStreamProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        Require(StartTimeout > TimeSpan.Zero && StartTimeout <= TimeSpan.FromMinutes(10), nameof(StartTimeout), "must be above 0 and at most 10 minutes");
        Require(MaxMessageBytes is >= 1024 and <= 16 * 1024 * 1024, nameof(MaxMessageBytes), "must be from 1024 to 16777216");
        Require(ReorderWindow is >= 1 and <= 256, nameof(ReorderWindow), "must be from 1 to 256");
        Require(ReorderDelay > TimeSpan.Zero && ReorderDelay <= TimeSpan.FromSeconds(10), nameof(ReorderDelay), "must be above 0 and at most 10 seconds");
        Require(InboundCapacity is >= 1 and <= 10_000, nameof(InboundCapacity), "must be from 1 to 10000");
        Require(Lead >= TimeSpan.Zero && Lead <= TimeSpan.FromSeconds(10), nameof(Lead), "must be from 0 to 10 seconds");
        Require(OutboundCapacity > TimeSpan.Zero && OutboundCapacity <= TimeSpan.FromMinutes(10), nameof(OutboundCapacity), "must be above 0 and at most 10 minutes");
        Require(Enum.IsDefined(L16ByteOrder), nameof(L16ByteOrder), "must be one of the named");
        Require(
            FrameDuration >= protocol.MinFrame && FrameDuration <= protocol.MaxFrame, nameof(FrameDuration),
            $"must be from {protocol.MinFrame.TotalMilliseconds} to {protocol.MaxFrame.TotalMilliseconds} ms at {protocol.Vendor}");
        Require(SendsFiles || OutboundCapacity >= FrameDuration, nameof(OutboundCapacity), $"must be {nameof(FrameDuration)} at least");
        Require(!SendsFiles || protocol.FileInterval is not null, nameof(SendsFiles), $"must be false: {protocol.Vendor} takes no files");
        Require(
            OutboundFormat is null || AudioCoding.IsPlausible(OutboundFormat), nameof(OutboundFormat),
            $"must have a sample rate from 1 to {AudioCoding.MaxSampleRate} Hz and from 1 to {AudioCoding.MaxChannels} channels");
    }

    private static void Require(bool holds, string option, string rule)
    {
        if (!holds)
            throw new ArgumentException($"{nameof(MediaStreamOptions)}.{option} {rule}.", nameof(option));
    }
}

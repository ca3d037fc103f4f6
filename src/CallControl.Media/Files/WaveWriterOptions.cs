namespace CallControl.Media;

/// <summary>What a <see cref="WaveWriter"/> writes, and how much it waits for.</summary>
public sealed record WaveWriterOptions
{
    /// <summary>How samples are written.</summary>
    /// <value><see cref="SampleEncoding.Pcm16"/>, which is the default, <see cref="SampleEncoding.Alaw"/> or <see cref="SampleEncoding.Mulaw"/>.</value>
    public SampleEncoding Encoding { get; init; } = SampleEncoding.Pcm16;

    /// <summary>Samples a frame, one for each channel.</summary>
    /// <value>1 to 8; 2 for the two directions of a call as stereo. The default is 1.</value>
    public int Channels { get; init; } = 1;

    /// <summary>Frames a second.</summary>
    /// <value>4000 to 192000. The default is 8000.</value>
    public int Rate { get; init; } = 8000;

    /// <summary>How far samples may lie behind the latest of any channel and still land where they belong.</summary>
    /// <value>0 to 1 minute; that much is kept in memory. The default is 1 second.</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest silence that is filled in. Samples further ahead are refused: a wrong timestamp would otherwise fill the disk.</summary>
    /// <value>0 to 1 day. The default is 10 minutes.</value>
    public TimeSpan MaxGap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the stream stays open when the writer is disposed.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool LeaveOpen { get; init; }
}

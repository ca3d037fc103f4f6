using CallControl.Media;

namespace MediaEcho;

/// <summary>What the bot did and when, for the measurement at the other end.</summary>
public sealed class EchoReport(TimeProvider time)
{
    public const int SpokenHertz = 600;
    public const int InterruptedHertz = 1500;
    public static readonly TimeSpan SpokenFor = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan InterruptedAfter = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<MediaFormat?> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<MediaStreamStatistics> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _spokeAt;

    /// <summary>Completes when the stream is open, and says what it carries.</summary>
    public Task<MediaFormat?> Open => _open.Task;

    /// <summary>How long the mark behind the spoken second took to come back.</summary>
    public TimeSpan MarkedAfter { get; private set; }

    /// <summary>When the bot began to silence the far end: a timestamp.</summary>
    public long ClearedAt { get; private set; }

    /// <summary>What became of the marks: the first one's audio was played, the second one's was not.</summary>
    public (MarkOutcome Spoken, MarkOutcome Interrupted) Marks { get; private set; }

    /// <summary>Completes when the bot has spoken.</summary>
    public Task Spoken => _spoken.Task;

    /// <summary>Completes when the bot is done.</summary>
    public Task<MediaStreamStatistics> Finished => _finished.Task;

    public void Opened(MediaStreamStart start) => _open.TrySetResult(start.Format);

    public void Speaks() => _spokeAt = time.GetTimestamp();

    public void MarkCameBack(MarkOutcome outcome)
    {
        MarkedAfter = time.GetElapsedTime(_spokeAt);
        Marks = (outcome, Marks.Interrupted);
        _spoken.TrySetResult();
    }

    public void Clears() => ClearedAt = time.GetTimestamp();

    public void Interrupted(MarkOutcome outcome) => Marks = (Marks.Spoken, outcome);

    public void Finish(MediaStreamStatistics statistics) => _finished.TrySetResult(statistics);
}

namespace CallControl.Testing;

/// <summary>Where in its audio a playback stands. Endless audio has no length; its position is the time it has run.</summary>
internal sealed class MediaClock(TimeProvider time, TimeSpan? length)
{
    private TimeSpan _position;
    private long? _runningSince;

    public TimeSpan? Length => length;

    public bool IsRunning => _runningSince is not null;

    public TimeSpan Position
    {
        get => Clamp(_runningSince is { } since ? _position + time.GetElapsedTime(since) : _position);
        set
        {
            _position = Clamp(value);
            if (IsRunning)
                _runningSince = time.GetTimestamp();
        }
    }

    public TimeSpan? Remaining => length - Position;

    public void Run() => _runningSince ??= time.GetTimestamp();

    public void Pause()
    {
        _position = Position;
        _runningSince = null;
    }

    private TimeSpan Clamp(TimeSpan position) =>
        position < TimeSpan.Zero ? TimeSpan.Zero
        : length is { } end && position > end ? end
        : position;
}

namespace CallControl.Media;

/// <summary>A media stream did not start, or has ended while something was to be sent.</summary>
public sealed class MediaStreamException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="end">How the stream ended.</param>
    public MediaStreamException(MediaStreamEnd end)
        : this(end, end?.Cause)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="end">How the stream ended.</param>
    /// <param name="innerException">What lies behind it.</param>
    public MediaStreamException(MediaStreamEnd end, Exception? innerException)
        : base($"The media stream has ended. {end}.", innerException)
    {
        ArgumentNullException.ThrowIfNull(end);
        End = end;
    }

    /// <summary>How the stream ended.</summary>
    public MediaStreamEnd End { get; }
}

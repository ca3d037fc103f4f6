namespace CallControl.Media;

/// <summary>What a message turned out to be.</summary>
public enum MediaStreamRead
{
    /// <summary>Not a message: no JSON object, or its audio is not readable.</summary>
    Malformed,

    /// <summary>A message with audio.</summary>
    Audio,

    /// <summary>Any other message.</summary>
    Message,
}

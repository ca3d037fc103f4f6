namespace CallControl.Media;

/// <summary>How a media stream ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What was wrong, without anything that was in a message; of a stream that the vendor stopped the beginning of its reason. Null when there is nothing to say.</param>
public sealed record MediaStreamEnd(MediaStreamEndReason Reason, string? Detail = null)
{
    /// <summary>The exception behind it; null where there is none.</summary>
    public Exception? Cause { get; init; }

    /// <summary>The reason and the detail; nothing of the cause.</summary>
    public override string ToString() => Detail is null ? Reason.ToString() : $"{Reason}: {Detail}";
}

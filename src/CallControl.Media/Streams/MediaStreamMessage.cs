namespace CallControl.Media;

/// <summary>A message of a stream that carries no audio.</summary>
public abstract record MediaStreamMessage
{
    /// <summary>The message as it came: UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> RawJson { get; init; }

    /// <summary>The message's number in its stream; null where the vendor gives none.</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>The stream's id; null where the vendor gives none.</summary>
    public string? StreamId { get; init; }
}

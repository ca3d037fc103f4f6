namespace CallControl;

/// <summary>An event that has no neutral form: one of the vendor's own, one newer than this library, or one that could not be read.</summary>
/// <remarks>Look at <see cref="CallEvent.Name"/>, <see cref="CallEvent.NativeEvent"/> and <see cref="CallEvent.RawJson"/>.</remarks>
public sealed record UnknownCallEvent : CallEvent
{
    /// <summary>What could not be read; null when the event is well formed.</summary>
    public string? Problem { get; init; }
}

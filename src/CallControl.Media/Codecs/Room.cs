namespace CallControl.Media;

/// <summary>Checks that a result fits before anything is written.</summary>
internal static class Room
{
    /// <summary>The part of a span that a result fills.</summary>
    /// <param name="needed">Its length.</param>
    /// <param name="destination">Where it goes.</param>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static Span<T> For<T>(int needed, Span<T> destination) =>
        destination.Length >= needed
            ? destination[..needed]
            : throw new ArgumentException($"There is room for {destination.Length}, but {needed} are needed.", nameof(destination));
}

using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How often something is played: a number of times, or until it is stopped.</summary>
/// <remarks>On the wire a number, or the text <c>infinity</c>.</remarks>
[JsonConverter(typeof(PlaybackLoopConverter))]
public readonly record struct PlaybackLoop
{
    private const int Most = 100;

    private PlaybackLoop(int count, bool isEndless)
    {
        Count = count;
        IsEndless = isEndless;
    }

    /// <summary>Until it is stopped.</summary>
    public static PlaybackLoop Endless { get; } = new(0, isEndless: true);

    /// <summary>Whether it is played until it is stopped.</summary>
    public bool IsEndless { get; }

    /// <summary>The number of times; 0 for <see cref="Endless"/>.</summary>
    public int Count { get; }

    /// <summary>A number of times.</summary>
    /// <param name="count">1 to 100; checked when the command is sent.</param>
    public static PlaybackLoop Times(int count) => new(count, isEndless: false);

    /// <summary>The number, or <c>infinity</c>.</summary>
    public override string ToString() => IsEndless ? PlaybackLoopConverter.Endless : Count.ToString(CultureInfo.InvariantCulture);

    internal void Validate(ViolationList violations, string field)
    {
        if (!IsEndless && Count is < 1 or > Most)
            violations.Add(field, $"must be 1 to {Most}, or endless", Count);
    }
}

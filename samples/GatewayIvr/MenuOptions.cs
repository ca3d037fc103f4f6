namespace GatewayIvr;

/// <summary>The audio files of the menu.</summary>
public sealed class MenuOptions
{
    /// <summary>Says which keys there are: 1 to leave a message, 2 for the opening hours.</summary>
    public required Uri Menu { get; set; }

    /// <summary>Says the opening hours.</summary>
    public required Uri OpeningHours { get; set; }

    /// <summary>Asks the caller to speak after the tone.</summary>
    public required Uri SpeakNow { get; set; }

    /// <summary>Says goodbye.</summary>
    public required Uri Goodbye { get; set; }

    /// <summary>How long a message may be.</summary>
    public TimeSpan LongestMessage { get; set; } = TimeSpan.FromSeconds(60);
}

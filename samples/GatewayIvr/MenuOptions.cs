namespace GatewayIvr;

/// <summary>The audio files of the menu.</summary>
public sealed class MenuOptions
{
    /// <summary>What the settings must be.</summary>
    public const string Demand = "Menu: Menu, OpeningHours, SpeakNow and Goodbye must be absolute addresses of audio files.";

    /// <summary>Says which keys there are: 1 to leave a message, 2 for the opening hours.</summary>
    public Uri? Menu { get; set; }

    /// <summary>Says the opening hours.</summary>
    public Uri? OpeningHours { get; set; }

    /// <summary>Asks the caller to speak after the tone.</summary>
    public Uri? SpeakNow { get; set; }

    /// <summary>Says goodbye.</summary>
    public Uri? Goodbye { get; set; }

    /// <summary>How long a message may be.</summary>
    public TimeSpan LongestMessage { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether all files are named.</summary>
    public bool IsComplete => new[] { Menu, OpeningHours, SpeakNow, Goodbye }.All(file => file is { IsAbsoluteUri: true });
}

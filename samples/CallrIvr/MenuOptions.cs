namespace CallrIvr;

/// <summary>Whom the menu leads to.</summary>
public sealed class MenuOptions
{
    /// <summary>What the settings must be.</summary>
    public const string Demand = "Menu: Operator must be a phone number, + and 7 to 15 digits of which the first is not 0; LongestMessage 1 second to 5 minutes, in whole seconds.";

    /// <summary>The phone number of who takes calls, E.164.</summary>
    public string? Operator { get; set; }

    /// <summary>How long a message may be; in whole seconds.</summary>
    public TimeSpan LongestMessage { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the settings are as <see cref="Demand"/> says.</summary>
    public bool IsComplete =>
        Operator is ['+', >= '1' and <= '9', .. { Length: >= 6 and <= 14 } digits] && digits.All(char.IsAsciiDigit)
        && LongestMessage >= TimeSpan.FromSeconds(1) && LongestMessage <= TimeSpan.FromMinutes(5) && LongestMessage.Ticks % TimeSpan.TicksPerSecond == 0;
}

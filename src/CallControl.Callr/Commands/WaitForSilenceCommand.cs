using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Waits until the other party is silent: until a machine has said its greeting.</summary>
public sealed record WaitForSilenceCommand() : RealTimeCommand<WaitForSilenceResult>(RealTimeCommandNames.WaitForSilence)
{
    /// <summary>How long silence must last, in milliseconds.</summary>
    /// <value>1 to 5000.</value>
    [JsonPropertyName("silence_ms")]
    public required int SilenceMilliseconds { get; init; }

    /// <summary>How often it is tried.</summary>
    /// <value>1 to 10; the vendor's PHP SDK says 1 to 3. Unverified: what makes a try fail, and how tries and <see cref="TimeoutSeconds"/> go together.</value>
    [JsonPropertyName("iterations")]
    public required int Iterations { get; init; }

    /// <summary>When it gives up, in seconds.</summary>
    /// <value>0 to 300; 0 is never.</value>
    [JsonPropertyName("timeout")]
    public required int TimeoutSeconds { get; init; }

    internal override void Validate(ViolationList violations)
    {
        violations.CheckRange("silence_ms", SilenceMilliseconds, 1, 5_000);
        violations.CheckRange("iterations", Iterations, 1, 10);
        violations.CheckRange("timeout", TimeoutSeconds, 0, 300);
    }

    internal override WaitForSilenceResult ReadResult(RealTimeRequest report) => new(report);
}

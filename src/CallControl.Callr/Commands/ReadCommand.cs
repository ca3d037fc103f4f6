using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays a prompt and takes the keys that are pressed, meanwhile and after it.</summary>
/// <remarks>Ends with <c>#</c>, with the last of <see cref="MaxDigits"/>, or in time-out.</remarks>
public sealed record ReadCommand() : RealTimeCommand<ReadResult>(RealTimeCommandNames.Read)
{
    /// <summary>The prompt.</summary>
    /// <value>Unverified: whether <see cref="CallrMedia.None"/> is taken here.</value>
    [JsonPropertyName("media_id")]
    public required CallrMedia Media { get; init; }

    /// <summary>How many keys end it.</summary>
    /// <value>1 to 20; 20 by default.</value>
    [JsonPropertyName("max_digits")]
    public int MaxDigits { get; init; } = 20;

    /// <summary>How many attempts the other party has.</summary>
    /// <value>1 to 10; 10 by default. Unverified: that the prompt is played anew for each, and that an attempt ends when <see cref="TimeoutMilliseconds"/> are over.</value>
    [JsonPropertyName("attempts")]
    public int Attempts { get; init; } = 10;

    /// <summary>How long keys are waited for, in milliseconds.</summary>
    /// <value>100 to 30000; 30000 by default. Unverified: whether it counts for each key or for all of them.</value>
    [JsonPropertyName("timeout_ms")]
    public int TimeoutMilliseconds { get; init; } = 30_000;

    internal override void Validate(ViolationList violations)
    {
        violations.CheckMedia("media_id", Media);
        violations.CheckRange("max_digits", MaxDigits, 1, 20);
        violations.CheckRange("attempts", Attempts, 1, 10);
        violations.CheckRange("timeout_ms", TimeoutMilliseconds, 100, 30_000);
    }

    internal override ReadResult ReadResult(RealTimeRequest report) => new(report);
}

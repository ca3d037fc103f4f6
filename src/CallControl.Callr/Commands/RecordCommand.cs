using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Records what the caller says.</summary>
/// <remarks>Ends with the key <c>#</c>, after silence, or when it has become too long. Unverified: whether a tone tells that it begins.</remarks>
public sealed record RecordCommand() : RealTimeCommand<RecordResult>(RealTimeCommandNames.Record)
{
    /// <summary>The longest recording, in seconds.</summary>
    /// <value>0 to 300; 0 is without limit.</value>
    [JsonPropertyName("max_duration")]
    public required int MaxDurationSeconds { get; init; }

    /// <summary>After how much silence it ends, in seconds.</summary>
    /// <value>0 to 20; 0, the default, is never.</value>
    [JsonPropertyName("silence")]
    public int SilenceSeconds { get; init; }

    internal override void Validate(ViolationList violations)
    {
        violations.CheckRange("max_duration", MaxDurationSeconds, 0, 300);
        violations.CheckRange("silence", SilenceSeconds, 0, 20);
    }

    internal override RecordResult ReadResult(RealTimeRequest report) => new(report);
}

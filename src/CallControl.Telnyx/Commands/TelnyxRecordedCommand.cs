using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the commands have in common that can record a leg from its answer on: dial, answer, bridge and transfer.</summary>
public abstract record TelnyxRecordedCommand : TelnyxCallCommand
{
    private protected TelnyxRecordedCommand(string action)
        : base(action)
    {
    }

    /// <summary>Switches a recording on; without it the other recording fields mean nothing.</summary>
    /// <value>Null, the default, does not record.</value>
    [JsonPropertyName("record")]
    public RecordTrigger? Record { get; init; }

    /// <summary>The channels of the recording.</summary>
    /// <value>Null, the default, is dual.</value>
    [JsonPropertyName("record_channels")]
    public RecordingChannels? RecordChannels { get; init; }

    /// <summary>The recording's file name, to which the vendor appends the time.</summary>
    /// <value>1 to 40 characters. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("record_custom_file_name")]
    public string? RecordCustomFileName { get; init; }

    /// <summary>The recording's format.</summary>
    /// <value>Null, the default, is MP3.</value>
    [JsonPropertyName("record_format")]
    public RecordingFormat? RecordFormat { get; init; }

    /// <summary>The longest recording, in seconds.</summary>
    /// <value>0 to 43200; 0, the default, is without limit.</value>
    [JsonPropertyName("record_max_length")]
    public int? RecordMaxLengthSeconds { get; init; }

    /// <summary>After what silence the recording ends, in seconds. The vendor listens by transcription, and bills it.</summary>
    /// <value>0 or more; 0, the default, never.</value>
    [JsonPropertyName("record_timeout_secs")]
    public int? RecordTimeoutSeconds { get; init; }

    /// <summary>What is recorded. One direction makes a recording of one channel, whatever <see cref="RecordChannels"/> says.</summary>
    /// <value>Null, the default, is both.</value>
    [JsonPropertyName("record_track")]
    public LegTrack? RecordTrack { get; init; }

    /// <summary>What is cut off the recording.</summary>
    /// <value>Null, the default, is nothing.</value>
    [JsonPropertyName("record_trim")]
    public RecordingTrim? RecordTrim { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckLength("record_custom_file_name", RecordCustomFileName, 1, CommandRules.LongestFileName);
        violations.CheckRange("record_max_length", RecordMaxLengthSeconds, 0, CommandRules.LongestRecordingSeconds);
        violations.CheckAtLeast("record_timeout_secs", RecordTimeoutSeconds, 0);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Changes how a voice sounds.</summary>
public sealed record SoundModifications : TelnyxCommandPart
{
    /// <summary>The factor of the pitch.</summary>
    /// <value>Above 0. Null, the default, is 1.</value>
    [JsonPropertyName("pitch")]
    public double? Pitch { get; init; }

    /// <summary>The pitch's shift in half tones.</summary>
    /// <value>-14 to 14. Null, the default, is none.</value>
    [JsonPropertyName("semitone")]
    public double? Semitone { get; init; }

    /// <summary>The pitch's shift in octaves.</summary>
    /// <value>-1 to 1. Null, the default, is none.</value>
    [JsonPropertyName("octaves")]
    public double? Octaves { get; init; }

    /// <summary>Which direction is changed.</summary>
    /// <value>Inbound or outbound. Null, the default, is outbound.</value>
    [JsonPropertyName("track")]
    public LegTrack? Track { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        if (Pitch is <= 0 or double.NaN)
            violations.Add(field + ".pitch", "must be above 0", CommandRules.Text(Pitch.Value));

        violations.CheckNumber(field + ".semitone", Semitone, -14, 14);
        violations.CheckNumber(field + ".octaves", Octaves, -1, 1);
    }
}

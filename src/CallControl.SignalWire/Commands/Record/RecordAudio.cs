using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How audio is recorded.</summary>
public sealed record RecordAudio : SignalWireCommandPart
{
    private const double MostSensitive = 100;

    /// <summary>Both sides, from now until it is stopped or the call ends: no time-out, no key ends it.</summary>
    public static RecordAudio WholeCall { get; } = new()
    {
        Direction = MediaDirection.Both,
        InitialTimeoutSeconds = 0,
        EndSilenceTimeoutSeconds = 0,
        Terminators = "",
    };

    /// <summary>Whether a beep tells that it begins.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("beep")]
    public bool? Beep { get; init; }

    /// <summary>The file format.</summary>
    /// <value>Null, the default, is <see cref="RecordFormat.Mp3"/>.</value>
    [JsonPropertyName("format")]
    public RecordFormat? Format { get; init; }

    /// <summary>Whether the two sides are in channels of their own.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("stereo")]
    public bool? Stereo { get; init; }

    /// <summary>What is recorded.</summary>
    /// <value>Null, the default, is <see cref="MediaDirection.Speak"/>: what the leg's party says.</value>
    [JsonPropertyName("direction")]
    public MediaDirection? Direction { get; init; }

    /// <summary>How long speech is waited for before it ends without a recording, in seconds.</summary>
    /// <value>0 or more; 0 is without limit. Null, the default, is 4.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>After what silence it ends, in seconds.</summary>
    /// <value>0 or more; 0 is never. Null, the default, is 0.5.</value>
    [JsonPropertyName("end_silence_timeout")]
    public double? EndSilenceTimeoutSeconds { get; init; }

    /// <summary>The longest recording, in seconds.</summary>
    /// <value>0 or more; 0, the default, is without limit.</value>
    [JsonPropertyName("max_length")]
    public int? MaxLengthSeconds { get; init; }

    /// <summary>The keys that end it.</summary>
    /// <value>Any of <c>0-9</c>, <c>A-D</c>, <c>a-d</c>, <c>*</c> and <c>#</c>; empty for none. Null, the default, is <c>#</c>.</value>
    [JsonPropertyName("terminators")]
    public string? Terminators { get; init; }

    /// <summary>How readily a sound counts as speech.</summary>
    /// <value>0 to 100. Null, the default, is 44.</value>
    [JsonPropertyName("input_sensitivity")]
    public double? InputSensitivity { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckWord($"{field}.format", Format);
        violations.CheckWord($"{field}.direction", Direction);
        violations.CheckNumber($"{field}.initial_timeout", InitialTimeoutSeconds, 0);
        violations.CheckNumber($"{field}.end_silence_timeout", EndSilenceTimeoutSeconds, 0);
        violations.CheckAtLeast($"{field}.max_length", MaxLengthSeconds, 0);
        violations.CheckKeys($"{field}.terminators", Terminators);
        violations.CheckNumber($"{field}.input_sensitivity", InputSensitivity, 0, MostSensitive);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Plays audio, speech, silence or ringing tones, one after the other.</summary>
/// <remarks><c>calling.call.play</c> follows at the status address.</remarks>
public sealed record PlayCommand() : SignalWireOperationCommand("calling.play")
{
    /// <summary>What is played, in this order.</summary>
    /// <value>At least one.</value>
    [JsonPropertyName("play")]
    public required IReadOnlyList<PlayItem> Items { get; init; }

    /// <summary>The volume, in decibels; 0 leaves the audio as it is.</summary>
    /// <value>-40 to 40. Null, the default, is 0.</value>
    [JsonPropertyName("volume")]
    public double? Volume { get; init; }

    /// <summary>Who hears it.</summary>
    /// <value>Null, the default, is <see cref="MediaDirection.Listen"/>: the leg's party.</value>
    [JsonPropertyName("direction")]
    public MediaDirection? Direction { get; init; }

    /// <summary>How often everything is played.</summary>
    /// <value>0 or more; 0 is without end. Null, the default, is 1.</value>
    [JsonPropertyName("loop")]
    public int? Loop { get; init; }

    /// <summary>The language of speech that names none.</summary>
    /// <value>Null, the default, is <c>en-US</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The voice of speech that names none.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>The gender of the voice of speech that names none.</summary>
    /// <value>Null, the default, is <see cref="VoiceGender.Female"/>.</value>
    [JsonPropertyName("gender")]
    public VoiceGender? Gender { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckCount("play", Items?.Count ?? 0, 1);
        violations.CheckParts("play", Items);
        violations.CheckNumber("volume", Volume, -CommandRules.LoudestVolume, CommandRules.LoudestVolume);
        violations.CheckWord("direction", Direction);
        violations.CheckAtLeast("loop", Loop, 0);
        violations.CheckWord("gender", Gender);
        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

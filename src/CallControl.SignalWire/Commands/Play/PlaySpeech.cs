using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Synthetic speech.</summary>
public sealed record PlaySpeech() : PlayItem("tts")
{
    /// <summary>What is said.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The language.</summary>
    /// <value>Null, the default, is <see cref="PlayCommand.Language"/>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The voice's gender.</summary>
    /// <value>Null, the default, is <see cref="PlayCommand.Gender"/>.</value>
    [JsonPropertyName("gender")]
    public VoiceGender? Gender { get; init; }

    /// <summary>The voice.</summary>
    /// <value>Null, the default, is <see cref="PlayCommand.Voice"/>.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired($"{field}.params.text", Text);
        violations.CheckWord($"{field}.params.gender", Gender);
    }
}

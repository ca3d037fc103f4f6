using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a live transcription is started.</summary>
public sealed record LiveTranscribeStart : LiveSessionStart
{
    /// <summary>The language: <c>en-US</c>.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("lang")]
    public required string Language { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired($"{field}.lang", Language);
        base.Validate(violations, field);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>An audio file.</summary>
public sealed record PlayAudio() : PlayItem("audio")
{
    /// <summary>Where the file is.</summary>
    /// <value>An http or https address.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        if (violations.CheckGiven($"{field}.params.url", Url))
            violations.CheckHttpUrl($"{field}.params.url", Url);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Phrases that are to be recognised rather than others.</summary>
public sealed record SpeechContext : TelnyxCommandPart
{
    /// <summary>How much rather.</summary>
    /// <value>0 to 20. Null, the default, is 1.</value>
    [JsonPropertyName("boost")]
    public double? Boost { get; init; }

    /// <summary>The phrases.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("phrases")]
    public IReadOnlyList<string>? Phrases { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckNumber(field + ".boost", Boost, 0, 20);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A place that an assistant may transfer a call to.</summary>
public sealed record TransferTarget : TelnyxCommandPart
{
    /// <summary>The number or SIP address.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("to")]
    public required string To { get; init; }

    /// <summary>The place's name, by which the language model chooses.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".to", To);
    }
}

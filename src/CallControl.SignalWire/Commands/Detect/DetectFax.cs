using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Looks for a fax machine.</summary>
public sealed record DetectFax() : DetectTarget("fax")
{
    /// <summary>Its tone.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("tone")]
    public FaxTone? Tone { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckWord($"{field}.params.tone", Tone);
}

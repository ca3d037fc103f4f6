using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a live session is summed up.</summary>
public sealed record LiveSummary : SignalWireCommandPart
{
    /// <summary>Where the summary goes.</summary>
    /// <value>An http or https address. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("webhook")]
    public Uri? Webhook { get; init; }

    /// <summary>How the summary is to be made.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckHttpUrl($"{field}.webhook", Webhook);
}

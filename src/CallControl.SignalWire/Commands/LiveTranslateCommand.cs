using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Starts, sums up, speaks into or ends the live translation of a call; there is one at a time, without an id.</summary>
/// <remarks><c>calling.ai.translate.transcript_delta</c>, <c>.live_summary</c> and <c>.conversation_log</c> follow at the addresses of the actions.</remarks>
public sealed record LiveTranslateCommand() : SignalWireCommand("calling.live_translate")
{
    /// <summary>What is done.</summary>
    [JsonPropertyName("action")]
    [JsonConverter(typeof(LiveActionConverter<LiveTranslateAction>))]
    public required LiveTranslateAction Action { get; init; }

    /// <summary>Where events of the session go; the vendor does not document them.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("action", Action))
            Action.Validate(violations, "action");

        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

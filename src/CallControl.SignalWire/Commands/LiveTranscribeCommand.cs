using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Starts, sums up or ends the live transcription of a call; there is one at a time, without an id.</summary>
/// <remarks><c>calling.ai.transcribe.utterance</c>, <c>.live_summarize</c> and <c>.conversation_log</c> follow at the addresses of the actions.</remarks>
public sealed record LiveTranscribeCommand() : SignalWireCommand("calling.live_transcribe")
{
    /// <summary>What is done.</summary>
    [JsonPropertyName("action")]
    [JsonConverter(typeof(LiveActionConverter<LiveTranscribeAction>))]
    public required LiveTranscribeAction Action { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("action", Action))
            Action.Validate(violations, "action");
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Transcribes a call; the text comes after the call's end.</summary>
/// <remarks>
/// One at a time on a call, a second one is refused with status 409. <c>calling.transcript.completed</c> or <c>calling.transcript.failed</c> follows at the status address; neither
/// carries the operation's id.
/// </remarks>
public sealed record TranscribeCommand() : SignalWireOperationCommand("calling.transcribe")
{
    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

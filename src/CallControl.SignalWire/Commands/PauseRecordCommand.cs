using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Pauses a recording.</summary>
/// <remarks><c>calling.call.record</c> with <c>paused</c> follows at the recording's own status address.</remarks>
public sealed record PauseRecordCommand() : SignalWireFollowUpCommand("calling.record.pause")
{
    /// <summary>What the recording has in place of the pause.</summary>
    /// <value>Null, the default, is <see cref="RecordPauseBehavior.Skip"/>.</value>
    [JsonPropertyName("behavior")]
    public RecordPauseBehavior? Behavior { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckWord("behavior", Behavior);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Refuses an incoming call that was not answered yet.</summary>
/// <remarks><c>call.hangup</c> follows.</remarks>
public sealed record RejectCommand() : TelnyxCallCommand("reject")
{
    /// <summary>Why.</summary>
    [JsonPropertyName("cause")]
    public required RejectCause Cause { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("cause", Cause.Value);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Changes what a supervising leg may do.</summary>
/// <remarks>Has neither a command id nor a client state. No event is documented.</remarks>
public sealed record SwitchSupervisorRoleCommand() : TelnyxCommand("switch_supervisor_role")
{
    /// <summary>Barge, whisper or monitor.</summary>
    [JsonPropertyName("role")]
    public required SupervisorRole Role { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("role", Role.Value);
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Changes what the application has attached to a leg.</summary>
/// <remarks>Sent by PUT, the only one; has no command id. No event follows; later webhooks carry the new state.</remarks>
public sealed record UpdateClientStateCommand() : TelnyxCommand("client_state_update")
{
    /// <summary>What later webhooks of the leg carry.</summary>
    /// <value>Base64.</value>
    [JsonPropertyName("client_state")]
    public required TelnyxClientState ClientState { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckState("client_state", ClientState);
    }
}

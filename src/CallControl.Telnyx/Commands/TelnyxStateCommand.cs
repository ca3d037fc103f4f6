using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A command that may attach a state of the application to the leg.</summary>
public abstract record TelnyxStateCommand : TelnyxCommand
{
    private protected TelnyxStateCommand(string action)
        : base(action)
    {
    }

    /// <summary>What the application attaches to the leg; every later webhook of the leg brings it back.</summary>
    /// <value>Base64; refused with code 90017 otherwise. Null, the default, leaves it as it is.</value>
    [JsonPropertyName("client_state")]
    public TelnyxClientState? ClientState { get; init; }

    internal override void Validate(ViolationList violations) => violations.CheckState("client_state", ClientState);
}

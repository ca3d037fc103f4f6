using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What the functions of an AI sidecar may do.</summary>
public sealed record SidecarPermissions : SignalWireCommandPart
{
    /// <summary>Whether they may run scripts on the call.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("swaig_allow_swml")]
    public bool? AllowSwml { get; init; }

    /// <summary>Whether they may change settings.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("swaig_allow_settings")]
    public bool? AllowSettings { get; init; }

    /// <summary>Whether they may change the global data.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("swaig_set_global_data")]
    public bool? SetGlobalData { get; init; }
}

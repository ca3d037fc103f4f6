using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Finds out whether a machine, a fax or a key is on the line.</summary>
/// <remarks><c>calling.call.detect</c> follows at the status address.</remarks>
public sealed record DetectCommand() : SignalWireOperationCommand("calling.detect")
{
    /// <summary>What is looked for.</summary>
    [JsonPropertyName("detect")]
    public required DetectTarget Detect { get; init; }

    /// <summary>How long, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 30.</value>
    [JsonPropertyName("timeout")]
    public double? TimeoutSeconds { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("detect", Detect))
            Detect.Validate(violations, "detect");

        violations.CheckNumber("timeout", TimeoutSeconds, 0);
        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

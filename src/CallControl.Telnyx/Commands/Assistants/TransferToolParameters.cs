using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where the assistant may transfer the call to.</summary>
public sealed record TransferToolParameters : TelnyxCommandPart
{
    /// <summary>The number that is shown.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("from")]
    public required string From { get; init; }

    /// <summary>The places: a list, or a text.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("targets")]
    public required TransferTargets Targets { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".from", From);
        if (Targets is null)
            violations.Add(field + ".targets", "must be given");
        else
            Targets.Validate(violations, field + ".targets");
    }
}

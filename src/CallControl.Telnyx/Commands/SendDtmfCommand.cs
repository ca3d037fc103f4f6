using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Presses keys.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record SendDtmfCommand() : TelnyxCallCommand("send_dtmf")
{
    /// <summary>The keys.</summary>
    /// <value>One or more of <c>0-9A-D*#</c>, <c>w</c> for half a second and <c>W</c> for a second.</value>
    [JsonPropertyName("digits")]
    public required string Digits { get; init; }

    /// <summary>How long each is pressed, in milliseconds.</summary>
    /// <value>100 to 500. Null, the default, is 250.</value>
    [JsonPropertyName("duration_millis")]
    public int? DurationMs { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckDigits("digits", Digits ?? "", 1, int.MaxValue);
        violations.CheckRange("duration_millis", DurationMs, 100, 500);
    }
}

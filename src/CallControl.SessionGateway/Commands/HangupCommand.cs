using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends the call.</summary>
/// <remarks>Immediate: <c>command.result</c> comes at once, <c>call.hangup</c> when the channel is torn down. Source: <c>/endpoints/call-control/</c>.</remarks>
public sealed record HangupCommand() : SessionCommand(SessionGatewayCommandNames.Hangup)
{
    private const int LongestCause = 64;

    /// <summary>The cause, by its Q.850 name.</summary>
    /// <value>1 to 64 of <c>[A-Z_]</c>. Null, the default, leaves it to the gateway: <c>NORMAL_CLEARING</c>.</value>
    /// <remarks>Not the words in which <see cref="CallHangupEvent.HangupCause"/> reports a cause.</remarks>
    [JsonPropertyName("cause")]
    public string? Cause { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckText("cause", Cause, 1, LongestCause, VendorText.CauseCharacters, "capital letters and underscores");
    }
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Calls others, one after the other, and connects the call with the first one who answers.</summary>
/// <remarks>
/// Lasts until nobody has answered, or the connection ends: both parties are hung up together, so that after a success the call's end is all that is reported (unverified: with
/// what result).
/// </remarks>
public sealed record DialoutCommand() : RealTimeCommand<DialoutResult>(RealTimeCommandNames.Dialout)
{
    /// <summary>Who is called, in this order.</summary>
    /// <value>At least one. Unverified: how many the vendor takes.</value>
    [JsonPropertyName("targets")]
    public required IReadOnlyList<CallrTarget> Targets { get; init; }

    /// <summary>The number that is shown to those who are called.</summary>
    /// <value>
    /// <c>+</c> and 6 to 15 digits, the first of them not 0: a number of the account's, or one that the vendor has approved. <c>BLOCKED</c>, the default, shows none.
    /// </value>
    [JsonPropertyName("cli")]
    public string CallerId { get; init; } = CallrRules.BlockedCallerId;

    /// <summary>What the caller hears meanwhile.</summary>
    /// <value><see cref="CallrRingtone.Ring"/> by default.</value>
    [JsonPropertyName("ringtone")]
    public CallrRingtone Ringtone { get; init; } = CallrRingtone.Ring;

    /// <summary>Played to who answers, and to nobody else, before the parties are connected.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("whisper")]
    public CallrMedia Whisper { get; init; } = CallrMedia.None;

    /// <summary>A tag for the call detail record.</summary>
    /// <value>Up to 32 of <c>a-z</c>, <c>A-Z</c> and <c>0-9</c>. Empty by default.</value>
    [JsonPropertyName("cdr_field")]
    public string CdrField { get; init; } = "";

    internal override void Validate(ViolationList violations)
    {
        violations.CheckTargets("targets", Targets);
        violations.CheckCallerId("cli", CallerId);
        violations.CheckRequired("ringtone", Ringtone.Value);
        violations.CheckMedia("whisper", Whisper);
        violations.CheckCdrField("cdr_field", CdrField);
    }

    internal override DialoutResult ReadResult(RealTimeRequest report) => new(report);
}

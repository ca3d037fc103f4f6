using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Cancels or ends a call, or gives it another script.</summary>
/// <remarks>
/// What the vendor refuses by the call's state: cancelling one that was answered (<see cref="SignalWireErrorCodes.CannotCancelInProgress"/>), another script for one that is not answered
/// (<see cref="SignalWireErrorCodes.CannotRedirectNotInProgress"/>), anything for one that is over (<see cref="SignalWireErrorCodes.CannotUpdateCompleted"/>). To end a call, <see cref="EndCommand"/> is the
/// safe choice. The vendor's description demands <see cref="Url"/> or <see cref="Swml"/> always, its text does not: <see cref="Status"/> alone is allowed here (unverified).
/// </remarks>
public sealed record UpdateCommand() : SignalWireCommand("update")
{
    /// <summary>What becomes of the call.</summary>
    /// <value>Null, the default, leaves it. <see cref="CallUpdateStatus.Canceled"/> excludes another script, which needs an answered call.</value>
    [JsonPropertyName("status")]
    public CallUpdateStatus? Status { get; init; }

    /// <summary>Where the other script is. Excludes <see cref="Swml"/>.</summary>
    /// <value>An http or https address. Null, the default, for none.</value>
    [JsonPropertyName("url")]
    public Uri? Url { get; init; }

    /// <summary>The other script. Excludes <see cref="Url"/>.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("swml")]
    public SwmlDocument? Swml { get; init; }

    /// <summary>Where the script is when it cannot be fetched from <see cref="Url"/>.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("fallback_url")]
    public Uri? FallbackUrl { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, leaves it as it is (unverified).</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>The call; here, and only here, it is among the parameters. Set by the client.</summary>
    [JsonInclude]
    [JsonPropertyName(IdField)]
    internal string? Id { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (Status is null && Url is null && Swml is null)
            violations.Add("status", "must be given, or else url or swml");

        violations.CheckWord("status", Status);
        violations.CheckNotTogether("swml", Swml is not null, "url", Url is not null);
        if (Status == CallUpdateStatus.Canceled && (Url ?? (object?)Swml) is not null)
            violations.Add("status", $"must not be {CallUpdateStatus.Canceled} together with {(Url is null ? "swml" : "url")}, which needs an answered call");

        violations.CheckHttpUrl("url", Url);
        Swml?.Validate(violations, "swml");
        violations.CheckHttpUrl("fallback_url", FallbackUrl);
        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}

using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Makes a call, which then runs a script.</summary>
/// <remarks>
/// The vendor dials one call a second by default (the whole space; negotiable), queues up to 10000, and answers at once. <c>calling.call.state</c> follows at the status address, for the
/// states of <see cref="StatusEvents"/>.
/// </remarks>
public sealed record DialCommand() : SignalWireCommand("dial")
{
    private const int LongestTimeoutSeconds = 600;

    /// <summary>The caller: a number of yours, or one that the vendor has verified.</summary>
    /// <value>Not empty. <see cref="CallerId"/> is what the party sees, where it differs.</value>
    [JsonPropertyName("from")]
    public required string From { get; init; }

    /// <summary>Who is called.</summary>
    /// <value>
    /// An E.164 number, <c>sip:user@host</c>, or an address of the vendor's: <c>/private/name</c>, <c>/public/name</c>. A SIP address made up for a subscriber is taken, and never rings (told by a
    /// customer): use the <c>/private/</c> one. Needed unless <see cref="ToScript"/> is given.
    /// </value>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>The user name for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    /// <summary>A script instead of a party.</summary>
    /// <value>Null, the default, for none. Unverified: what a text means here.</value>
    [JsonPropertyName("to_script")]
    public SwmlDestination? ToScript { get; init; }

    /// <summary>What the party sees as the caller.</summary>
    /// <value>Not empty. Null, the default, is <see cref="From"/>.</value>
    [JsonPropertyName("caller_id")]
    public string? CallerId { get; init; }

    /// <summary>Where the script is. One of this and <see cref="Swml"/> must be given.</summary>
    /// <value>An http or https address; the vendor asks it once the call is up, and signs the request.</value>
    [JsonPropertyName("url")]
    public Uri? Url { get; init; }

    /// <summary>The script. One of this and <see cref="Url"/> must be given.</summary>
    [JsonPropertyName("swml")]
    public SwmlDocument? Swml { get; init; }

    /// <summary>How <see cref="Url"/> is asked.</summary>
    /// <value>Null, the default, is <see cref="CallbackMethod.Post"/>.</value>
    [JsonPropertyName("url_method")]
    public CallbackMethod? UrlMethod { get; init; }

    /// <summary>Where the script is when it cannot be fetched from <see cref="Url"/>.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("fallback_url")]
    public Uri? FallbackUrl { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>Which states are told.</summary>
    /// <value>Null, the default, is <see cref="DialStatusEvent.Ended"/> only.</value>
    [JsonPropertyName("status_events")]
    public IReadOnlyList<DialStatusEvent>? StatusEvents { get; init; }

    /// <summary>The codecs that the leg may use.</summary>
    /// <value>Null, the default, leaves them to the vendor.</value>
    [JsonPropertyName("codecs")]
    public DialCodecs? Codecs { get; init; }

    /// <summary>How long it rings, in seconds.</summary>
    /// <value>1 to 600. Null, the default, leaves it to the vendor, who does not document it.</value>
    [JsonPropertyName("timeout")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The most that the call may cost a minute, in dollars.</summary>
    /// <value>0 or more. Null, the default, for no limit.</value>
    [JsonPropertyName("max_price_per_minute")]
    public decimal? MaxPricePerMinute { get; init; }

    /// <summary>Keys that are sent after the call was answered.</summary>
    /// <value>Any of <c>0-9</c>, <c>A-D</c>, <c>*</c>, <c>#</c>, and <c>w</c> and <c>,</c>, which are pauses. Null, the default, for none.</value>
    [JsonPropertyName("send_digits")]
    public string? SendDigits { get; init; }

    /// <summary>Where the vendor places the call.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("region")]
    public DialRegions? Region { get; init; }

    /// <summary>Texts for the script, which has them as <c>${envs.name}</c>.</summary>
    /// <value>
    /// At most 20. Names of letters, digits and underscores that begin with no digit, nor with <c>signalwire_</c>, <c>sw_</c>, <c>rtc_</c> or <c>internal_</c>; texts of 1 to 1024 bytes in UTF-8. Null,
    /// the default, for none.
    /// </value>
    [JsonPropertyName("custom_variables")]
    public IReadOnlyDictionary<string, string>? CustomVariables { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("from", From);
        if (To is null && ToScript is null)
            violations.Add("to", "must be given, or else to_script");

        violations.CheckId("to", To);
        ToScript?.Validate(violations, "to_script");
        violations.CheckId("caller_id", CallerId);
        violations.CheckExactlyOne("url", Url is not null, "swml", Swml is not null);
        violations.CheckHttpUrl("url", Url);
        Swml?.Validate(violations, "swml");
        violations.CheckWord("url_method", UrlMethod);
        violations.CheckHttpUrl("fallback_url", FallbackUrl);
        violations.CheckHttpUrl("status_url", StatusUrl);
        violations.CheckWords("status_events", StatusEvents);
        Codecs?.Validate(violations, "codecs");
        violations.CheckRange("timeout", TimeoutSeconds, 1, LongestTimeoutSeconds);
        if (MaxPricePerMinute is < 0 and var price)
            violations.Add("max_price_per_minute", "must be 0 or more", price.ToString(CultureInfo.InvariantCulture));

        violations.CheckSendDigits("send_digits", SendDigits);
        Region?.Validate(violations, "region");
        violations.CheckVariables("custom_variables", CustomVariables);
    }
}

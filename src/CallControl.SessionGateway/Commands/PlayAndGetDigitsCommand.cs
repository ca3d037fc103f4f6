using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Plays a prompt and collects keys.</summary>
/// <remarks>
/// Deferred, and longer than the 2 s after which <c>command.result</c> comes anyway: <c>digits.collected</c> is the result, with a <c>dtmf</c> for
/// each key on the way and <c>playback.file_not_found</c> where a file cannot be fetched. Group heavy: 2 s a session, shared with recording.
/// Sources: <c>/endpoints/playback/</c>, <c>/webhooks/dtmf-events/</c>.
/// </remarks>
public sealed record PlayAndGetDigitsCommand() : SessionCommand(SessionGatewayCommandNames.PlayAndGetDigits, CooldownGroup.Heavy)
{
    private const int MostDigits = 128;
    private const int MostTries = 10;
    private const int MostTerminators = 16;
    private const int ShortestTimeoutMs = 1_000;
    private const int LongestTimeoutMs = 300_000;
    private const long LongestTotalMs = 120_000;
    private const int DefaultMaxDigits = 10;
    private const int DefaultMaxTries = 3;
    private const int DefaultTimeoutMs = 5_000;

    /// <summary>What the caller hears, one file after the other.</summary>
    /// <value>1 to 128 absolute http or https addresses. Unverified: the limit of 2048 characters an address, which is documented for a playback only.</value>
    [JsonPropertyName("prompt_files")]
    [JsonConverter(typeof(GatewayUrlsConverter))]
    public required IReadOnlyList<Uri> PromptFiles { get; init; }

    /// <summary>What the caller hears after a wrong entry.</summary>
    /// <value>At most 128 addresses, as for <see cref="PromptFiles"/>. Null, the default, is 250 ms of silence.</value>
    [JsonPropertyName("invalid_files")]
    [JsonConverter(typeof(GatewayUrlsConverter))]
    public IReadOnlyList<Uri>? InvalidFiles { get; init; }

    /// <summary>The fewest keys.</summary>
    /// <value>0 to 128, and not above <see cref="MaxDigits"/>, its default included. Null, the default, is 1.</value>
    [JsonPropertyName("min_digits")]
    public int? MinDigits { get; init; }

    /// <summary>The most keys; the collection ends with the last of them.</summary>
    /// <value>1 to 128. Null, the default, is 10.</value>
    [JsonPropertyName("max_digits")]
    public int? MaxDigits { get; init; }

    /// <summary>How often the caller may try.</summary>
    /// <value>1 to 10. Null, the default, is 3.</value>
    [JsonPropertyName("max_tries")]
    public int? MaxTries { get; init; }

    /// <summary>How long to wait for keys in one try, in milliseconds; <c>timeout</c> on the wire.</summary>
    /// <value>1000 to 300000, and at most 120000 in all tries together: 40000 with the default three. Null, the default, is 5000.</value>
    [JsonPropertyName("timeout")]
    public int? TimeoutMs { get; init; }

    /// <summary>The keys that end the entry.</summary>
    /// <value>At most 16 of <c>#</c> and <c>*</c>. Null, the default, is <c>#</c>. Unverified: that an empty text stands for no such key.</value>
    [JsonPropertyName("terminators")]
    public string? Terminators { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        GatewayUrl.Check(violations, "prompt_files", PromptFiles ?? [], fewest: 1);
        GatewayUrl.Check(violations, "invalid_files", InvalidFiles ?? [], fewest: 0);
        violations.CheckRange("min_digits", MinDigits, 0, MostDigits);
        violations.CheckRange("max_digits", MaxDigits, 1, MostDigits);
        violations.CheckRange("max_tries", MaxTries, 1, MostTries);
        violations.CheckRange("timeout", TimeoutMs, ShortestTimeoutMs, LongestTimeoutMs);
        violations.CheckText("terminators", Terminators, 0, MostTerminators, VendorText.TerminatorCharacters, "# and *");
        CheckTogether(violations);
    }

    // Rules between fields hold with the gateway's defaults in the place of what is absent. A field that is out of its own range is not reported twice.
    private void CheckTogether(ViolationList violations)
    {
        var maxDigits = MaxDigits ?? DefaultMaxDigits;
        if (MinDigits is >= 0 and <= MostDigits && maxDigits is >= 1 and <= MostDigits && MinDigits > maxDigits)
            violations.Add("min_digits", Describe($"must not be above max_digits, which is {maxDigits}", MaxDigits is null), MinDigits.Value);

        var tries = MaxTries ?? DefaultMaxTries;
        var timeout = TimeoutMs ?? DefaultTimeoutMs;
        if (timeout is >= ShortestTimeoutMs and <= LongestTimeoutMs && tries is >= 1 and <= MostTries && (long)timeout * tries > LongestTotalMs)
            violations.Add("timeout", Describe($"times max_tries, which is {tries}, must be at most {LongestTotalMs} ms", MaxTries is null), timeout);
    }

    private static string Describe(FormattableString rule, bool byDefault) =>
        rule.ToString(CultureInfo.InvariantCulture) + (byDefault ? " (the other field's default)" : "");
}

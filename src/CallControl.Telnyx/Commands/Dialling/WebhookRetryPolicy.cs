using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>When a webhook that failed is delivered again.</summary>
public sealed record WebhookRetryPolicy : TelnyxCommandPart
{
    private const int MostRetries = 5;
    private const int LongestTotalMs = 60_000;

    /// <summary>The delay before each further try, in milliseconds.</summary>
    /// <value>At most 5, together at most 60000.</value>
    [JsonPropertyName("retries_ms")]
    public IReadOnlyList<int>? RetriesMs { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        var delays = RetriesMs ?? [];
        if (delays.Count > MostRetries)
            violations.Add(field + ".retries_ms", $"must be at most {MostRetries} delays", delays.Count);

        var total = 0L;
        for (var i = 0; i < delays.Count; i++)
        {
            violations.CheckAtLeast(string.Create(CultureInfo.InvariantCulture, $"{field}.retries_ms[{i}]"), delays[i], 0);
            total += delays[i];
        }

        if (total > LongestTotalMs)
            violations.Add(field + ".retries_ms", $"must be at most {LongestTotalMs} ms together", total);
    }
}

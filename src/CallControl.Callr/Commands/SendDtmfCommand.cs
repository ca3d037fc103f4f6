using System.Buffers;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Sends tones to the other party.</summary>
public sealed record SendDtmfCommand() : RealTimeCommand<SendDtmfResult>(RealTimeCommandNames.SendDtmf)
{
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#");

    /// <summary>The keys, in order. Shown nowhere: they may be a PIN.</summary>
    /// <value>At least one of <c>0-9</c>, <c>*</c> and <c>#</c>. Unverified: how many the vendor takes.</value>
    [JsonPropertyName("digits")]
    public required string Digits { get; init; }

    /// <summary>How long a tone is, in milliseconds.</summary>
    /// <value>1 to 5000; 500 by default.</value>
    [JsonPropertyName("duration_ms")]
    public int DurationMilliseconds { get; init; } = 500;

    /// <summary>How long the gap between two tones is, in milliseconds.</summary>
    /// <value>0 to 10000; 500 by default.</value>
    [JsonPropertyName("timeout_ms")]
    public int GapMilliseconds { get; init; } = 500;

    internal override void Validate(ViolationList violations)
    {
        if (string.IsNullOrEmpty(Digits) || Digits.AsSpan().ContainsAnyExcept(Keys))
            violations.Add("digits", "must be one or more of 0-9, * and #", Digits is null ? null : "***");

        violations.CheckRange("duration_ms", DurationMilliseconds, 1, 5_000);
        violations.CheckRange("timeout_ms", GapMilliseconds, 0, 10_000);
    }

    internal override SendDtmfResult ReadResult(RealTimeRequest report) => new(report);
}

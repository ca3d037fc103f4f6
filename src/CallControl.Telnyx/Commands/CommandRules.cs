using System.Buffers;
using System.Globalization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The vendor's rules that several commands share, under the vendor's field names.</summary>
/// <remarks>Where the vendor's sources contradict each other, the wider range holds here: it is the vendor who refuses then.</remarks>
internal static class CommandRules
{
    /// <summary>The field says 3000 characters, error 90010 says 5000.</summary>
    public const int LongestSpeech = 5_000;

    /// <summary>What the recording fields of dial, answer, bridge and transfer say; <c>record_start</c> says 14400.</summary>
    public const int LongestRecordingSeconds = 43_200;

    public const int LongestFileName = 40;

    private const int LongestUrl = 2_000;
    private const int LongestDisplayName = 128;
    private const int MostSendDigits = 64;
    private const int LongestAuthToken = 4_000;
    public const int MostDigits = 128;
    public const int MostTries = 128;
    public const int LongestDigitTimeoutMs = 120_000;
    private const int DefaultMinSpeakers = 2;
    private const int DefaultMaxSpeakers = 6;

    private static readonly SearchValues<char> SendableDigits = SearchValues.Create("0123456789ABCD*#wW");

    private static readonly int[] SamplingRates = [8_000, 16_000, 22_050, 24_000, 48_000];

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static void CheckPresent(this ViolationList violations, string field, string? value)
    {
        if (value is null)
            violations.Add(field, "must be given");
    }

    public static void CheckLength(this ViolationList violations, string field, string? value, int min, int max)
    {
        if (value is not null && CountCharacters(value) is var length && (length < min || length > max))
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must have {min} to {max} characters"), length);
    }

    public static void CheckCount(this ViolationList violations, string field, int? count, int min, int max)
    {
        if (count is not { } number || (number >= min && number <= max))
            return;

        violations.Add(
            field,
            max == int.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"must have at least {min}")
                : string.Create(CultureInfo.InvariantCulture, $"must have {min} to {max}"),
            number);
    }

    public static void CheckExactlyOne(this ViolationList violations, params ReadOnlySpan<(string Field, bool IsGiven)> fields)
    {
        (string Field, bool IsGiven)? first = null;
        foreach (var field in fields)
        {
            if (field.IsGiven && first is { } other)
                violations.Add(field.Field, $"must not be given together with {other.Field}");
            else if (field.IsGiven)
                first = field;
        }

        if (first is null)
            violations.Add(fields[0].Field, "must be given, or else " + string.Join(" or ", fields[1..].ToArray().Select(field => field.Field)));
    }

    public static void CheckUrl(this ViolationList violations, string field, Uri? url)
    {
        if (url is not null)
            CheckUrl(violations, field, url, Uri.UriSchemeHttp, Uri.UriSchemeHttps);
    }

    public static void CheckSocketUrl(this ViolationList violations, string field, Uri? url, bool isRequired = false)
    {
        if (url is not null)
            CheckUrl(violations, field, url, Uri.UriSchemeWs, Uri.UriSchemeWss);
        else if (isRequired)
            violations.Add(field, "must be given");
    }

    public static void CheckState(this ViolationList violations, string field, TelnyxClientState? state)
    {
        if (state is { } given && !given.TryGetBytes(out _))
            violations.Add(field, "must be base64");
    }

    public static void CheckSpeech(this ViolationList violations, string field, string? payload)
    {
        if (payload is null)
            violations.Add(field, "must be given");
        else
            violations.CheckLength(field, payload, 1, LongestSpeech);
    }

    public static void CheckDigits(this ViolationList violations, string field, string digits, int min, int max)
    {
        if (digits.Length < min || digits.Length > max || digits.AsSpan().ContainsAnyExcept(SendableDigits))
        {
            // What is pressed may be a secret of the caller's.
            violations.Add(
                field,
                max == int.MaxValue ? "must be one or more of 0-9, A-D, *, #, w and W" : $"must be at most {max} of 0-9, A-D, *, #, w and W",
                "***");
        }
    }

    public static void CheckSendDigits(this ViolationList violations, string field, string? digits)
    {
        if (digits is not null)
            violations.CheckDigits(field, digits, 0, MostSendDigits);
    }

    public static void CheckDisplayName(this ViolationList violations, string field, string? name)
    {
        if (name is null)
            return;

        violations.CheckLength(field, name, 0, LongestDisplayName);
        if (name.Any(character => !char.IsLetterOrDigit(character) && !char.IsSurrogate(character) && !" -_~!.+".Contains(character)))
            violations.Add(field, "must consist of letters, digits, spaces and -_~!.+", $"'{name}'");
    }

    public static void CheckHeaders(this ViolationList violations, string field, IReadOnlyList<SipHeader>? headers)
    {
        for (var i = 0; i < headers?.Count; i++)
        {
            violations.CheckRequired(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}].name"), headers[i]?.Name);
            violations.CheckPresent(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}].value"), headers[i]?.Value);
        }
    }

    public static void CheckSipHeaders(this ViolationList violations, string field, IReadOnlyList<SipHeader>? headers)
    {
        for (var i = 0; i < headers?.Count; i++)
        {
            if (!string.Equals(headers[i]?.Name, "User-to-User", StringComparison.OrdinalIgnoreCase))
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}].name"), "must be User-to-User", $"'{headers[i]?.Name}'");

            violations.CheckPresent(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}].value"), headers[i]?.Value);
        }
    }

    public static void CheckStream(this ViolationList violations, Uri? url, int? samplingRate = null, string? authToken = null)
    {
        violations.CheckSocketUrl("stream_url", url);
        if (samplingRate is { } rate && !SamplingRates.Contains(rate))
            violations.Add("stream_bidirectional_sampling_rate", "must be one of 8000, 16000, 22050, 24000, 48000", rate);

        violations.CheckLength("stream_auth_token", authToken, 0, LongestAuthToken);
    }

    public static void CheckSpeakers(this ViolationList violations, string minField, int? min, string maxField, int? max)
    {
        violations.CheckAtLeast(minField, min, 0);
        violations.CheckAtLeast(maxField, max, 0);
        if ((min ?? DefaultMinSpeakers) > (max ?? DefaultMaxSpeakers) && min is null or >= 0 && max is null or >= 0)
        {
            violations.Add(
                minField,
                string.Create(CultureInfo.InvariantCulture, $"must not be above {maxField}, which is {max ?? DefaultMaxSpeakers}"),
                min ?? DefaultMinSpeakers);
        }
    }

    /// <summary>An engine and its settings, which name their engine themselves.</summary>
    public static void CheckEngine(this ViolationList violations, string prefix, TranscriptionEngine? engine, TranscriptionEngineConfig? config)
    {
        if (config is null)
            return;

        if (engine is { } named && Modern(named.Value) != Modern(config.Engine))
            violations.Add(prefix + "transcription_engine", $"must be that of transcription_engine_config, which is {config.Engine}", $"'{named.Value}'");

        config.Validate(violations, prefix + "transcription_engine_config");
    }

    public static void CheckUdpTarget(this ViolationList violations, string field, string? target)
    {
        if (target is null)
            return;

        var port = target.LastIndexOf(':');
        if (!target.StartsWith("udp:", StringComparison.OrdinalIgnoreCase)
            || port <= "udp:".Length
            || !ushort.TryParse(target.AsSpan(port + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
        {
            violations.Add(field, "must be udp:ip:port", $"'{target}'");
        }
    }

    public static void CheckWebhooks(
        this ViolationList violations,
        Uri? url,
        IReadOnlyDictionary<string, IReadOnlyList<Uri>>? urls,
        IReadOnlyDictionary<string, WebhookRetryPolicy>? policies)
    {
        violations.CheckUrl("webhook_url", url);
        foreach (var (name, list) in urls ?? new Dictionary<string, IReadOnlyList<Uri>>())
        {
            violations.CheckCount($"webhook_urls.{name}", list?.Count ?? 0, 1, int.MaxValue);
            for (var i = 0; i < list?.Count; i++)
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"webhook_urls.{name}[{i}]");
                if (list[i] is null)
                    violations.Add(field, "must be given");

                violations.CheckUrl(field, list[i]);
            }
        }

        foreach (var (name, policy) in policies ?? new Dictionary<string, WebhookRetryPolicy>())
            policy.Validate(violations, $"webhook_retries_policies.{name}");
    }

    // A character beyond the 65536th is one to the vendor, two to .NET.
    private static int CountCharacters(string value) => value.EnumerateRunes().Count();

    // A and B are the old names of two engines.
    private static string Modern(string engine) => engine switch
    {
        "A" => "Google",
        "B" => "Telnyx",
        _ => engine,
    };

    private static void CheckUrl(ViolationList violations, string field, Uri url, string scheme, string secureScheme)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != scheme && url.Scheme != secureScheme))
            violations.Add(field, $"must be an absolute {scheme} or {secureScheme} address", Redaction.Url(url.OriginalString));
        else if (url.OriginalString.Length > LongestUrl)
            violations.Add(field, $"must have at most {LongestUrl} characters", url.OriginalString.Length);
    }
}

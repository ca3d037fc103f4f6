using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Rules of requests that no table of fields can say: what excludes or needs what, and the vendor's own grammars.</summary>
/// <remarks>
/// Unverified: that the emulator's refusals of a command with nothing to play, stream or pay are the vendor's as well; the schema lets
/// them pass.
/// </remarks>
internal static class TelnyxRules
{
    private const int MaxUrlLength = 2000;
    private const int MaxRetriesMilliseconds = 60_000;

    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789ABCD*#");
    private static readonly SearchValues<char> SentDigits = SearchValues.Create("0123456789ABCD*#wW");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> NameMarks = SearchValues.Create("-_~!.+ ");

    private static readonly string[] Urls =
    [
        "audio_url", "invalid_audio_url", "stream_url", "webhook_url", "conversation_relay_url", "url",
    ];

    private static readonly HashSet<string> Codecs =
        new(["G722", "PCMU", "PCMA", "G729", "OPUS", "VP8", "H264", "AMR-WB"], StringComparer.Ordinal);

    public static void Check(string operation, RequestBody body, TelnyxEmulatorOptions options, TelnyxFindings findings)
    {
        CheckUrls(body, findings);
        CheckWebhooks(body, findings);
        Exclude(body, "audio_url", "media_name", findings);
        Exclude(body, "invalid_audio_url", "invalid_media_name", findings);
        CheckCodecs(body, findings);
        CheckGather(operation, body, findings);
        switch (operation)
        {
            case "dial":
                CheckDial(body, findings);
                CheckNumbers(body, findings);
                break;
            case "transfer":
                CheckNumbers(body, findings);
                break;
            case "playback_start":
                Exclude(body, "audio_url", "playback_content", findings);
                Exclude(body, "media_name", "playback_content", findings);
                RequireOne(body, findings, "audio_url", "media_name", "playback_content");
                CheckLoop(body, findings);
                if (body.Flag("overlay") && body.Text("target_legs", "self") != "self")
                    findings.Add(TelnyxErrors.NotInEnumeration, "An overlay plays to self only.", "/target_legs");
                break;
            case "speak":
                CheckLoop(body, findings);
                break;
            case "gather_using_audio":
                RequireOne(body, findings, "audio_url", "media_name");
                break;
            case "refer":
                if (!IsSipUri(body.Text("sip_address", "sip:")))
                    findings.Add(TelnyxErrors.OutOfRange, "A SIP URI is expected.", "/sip_address");
                break;
            case "fork_start":
                CheckFork(body, options, findings);
                break;
            case "streaming_start":
                RequireOne(body, findings, "stream_url", "enable_dialogflow");
                break;
            case "siprec_start":
                if (body.Has("session_timeout_secs") && body.Integer("session_timeout_secs", 0) is not 0 and < 90)
                    findings.Add(TelnyxErrors.OutOfRange, "Allowed: 0, or 90 and more.", "/session_timeout_secs");
                break;
            case "pay":
                CheckPay(body, findings);
                break;
        }
    }

    public static void CheckAnyOf(TelnyxOperation operation, RequestBody body, TelnyxFindings findings)
    {
        if (operation.AnyOf.Count > 0)
            RequireOne(body, findings, [.. operation.AnyOf]);
    }

    private static void CheckUrls(RequestBody body, TelnyxFindings findings)
    {
        foreach (var name in Urls)
        {
            if (body.Text(name) is { } url)
                CheckUrl(url, $"/{name}", findings, isSocket: name is "stream_url" or "conversation_relay_url" or "url");
        }
    }

    private static void CheckUrl(string url, string pointer, TelnyxFindings findings, bool isSocket)
    {
        var schemes = isSocket ? (Uri.UriSchemeWs, Uri.UriSchemeWss) : (Uri.UriSchemeHttp, Uri.UriSchemeHttps);
        if (url.Length > MaxUrlLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || (uri.Scheme != schemes.Item1 && uri.Scheme != schemes.Item2))
        {
            findings.Add(
                TelnyxErrors.InvalidUrl,
                string.Create(
                    CultureInfo.InvariantCulture, $"Expected: {schemes.Item1} or {schemes.Item2}, at most {MaxUrlLength} characters."),
                pointer);
        }
    }

    private static void CheckWebhooks(RequestBody body, TelnyxFindings findings)
    {
        foreach (var entry in body.Entries("webhook_urls"))
        {
            if (!TelnyxEvents.IsKnown(entry.Name))
                findings.Add(TelnyxErrors.UnknownEventType, "The key is no event type.", $"/webhook_urls/{entry.Name}");
            foreach (var url in RequestBody.TextsOf(entry.Value))
                CheckUrl(url, $"/webhook_urls/{entry.Name}", findings, isSocket: false);
        }

        foreach (var entry in body.Entries("webhook_retries_policies"))
        {
            if (!TelnyxEvents.IsKnown(entry.Name))
                findings.Add(TelnyxErrors.UnknownEventType, "The key is no event type.", $"/webhook_retries_policies/{entry.Name}");
            if (RetriesOf(entry.Value).Sum(static delay => delay.TotalMilliseconds) > MaxRetriesMilliseconds)
                findings.Add(TelnyxErrors.OutOfRange, "At most 60000 ms in all.", $"/webhook_retries_policies/{entry.Name}/retries_ms");
        }
    }

    public static IReadOnlyList<TimeSpan> RetriesOf(JsonElement policy) =>
        policy.ValueKind is JsonValueKind.Object && policy.TryGetProperty("retries_ms", out var delays)
        && delays.ValueKind is JsonValueKind.Array
            ? [.. delays.EnumerateArray().Select(static delay => TimeSpan.FromMilliseconds(delay.TryGetInt64(out var value) ? value : 0))]
            : [];

    private static void CheckCodecs(RequestBody body, TelnyxFindings findings)
    {
        if (body.Text("preferred_codecs") is { } codecs && !codecs.Split(',').All(Codecs.Contains))
            findings.Add(TelnyxErrors.NotInEnumeration, $"Expected: some of {string.Join(',', Codecs)}.", "/preferred_codecs");
    }

    private static void CheckGather(string operation, RequestBody body, TelnyxFindings findings)
    {
        if (!operation.StartsWith("gather", StringComparison.Ordinal))
            return;
        if (body.Text("terminating_digit") is { } terminator && (terminator.Length != 1 || terminator.AsSpan().ContainsAnyExcept(Keys)))
            findings.Add(TelnyxErrors.TerminatingDigit, "One key is expected.", "/terminating_digit");
        if (body.Text("valid_digits") is { } valid && (valid.Length == 0 || valid.AsSpan().ContainsAnyExcept(Keys)))
            findings.Add(TelnyxErrors.ValidDigits, "Keys are 0-9, A-D, * and #.", "/valid_digits");
        if (body.Integer("minimum_digits", 1) > body.Integer("maximum_digits", 128))
            findings.Add(TelnyxErrors.MinimumDigits, "The minimum must not exceed the maximum.", "/minimum_digits");
        if (body.Has("timeout_millis") && body.Integer("timeout_millis", 0) < 1)
            findings.Add(TelnyxErrors.OutOfRange, "The value must be positive.", "/timeout_millis");
    }

    private static void CheckDial(RequestBody body, TelnyxFindings findings)
    {
        foreach (var name in (string[])["bridge_intent", "bridge_on_answer", "park_after_unbridge"])
        {
            if (body.Flag(name) || body.Text(name) is not null)
                Require(body, "link_to", findings);
        }
    }

    private static void CheckNumbers(RequestBody body, TelnyxFindings findings)
    {
        foreach (var to in RequestBody.TextsOf(body.Element("to")))
        {
            var (number, digits) = SplitDigits(to);
            if (!IsNumber(number) && !IsSipUri(number))
                findings.Add(TelnyxErrors.NotE164, "A +E.164 number or a SIP URI is expected.", "/to");
            if (digits?.AsSpan().ContainsAnyExcept(SentDigits) is true)
                findings.Add(TelnyxErrors.Digits, "Digits are 0-9, A-D, *, #, w and W.", "/to");
        }

        if (body.Has("to") && RequestBody.TextsOf(body.Element("to")).Count == 0)
            findings.Add(TelnyxErrors.MissingParameter, "At least one number is needed.", "/to");

        // Unverified: that `from` may be a SIP URI as well, as it is for calls between SIP connections.
        if (body.Text("from") is { } from && !IsNumber(from) && !IsSipUri(from))
            findings.Add(TelnyxErrors.NotE164, "A +E.164 number is expected.", "/from");
        if (body.Text("from_display_name") is { } name
            && name.Any(static character => !char.IsAsciiLetterOrDigit(character) && !NameMarks.Contains(character)))
        {
            findings.Add(TelnyxErrors.OutOfRange, "Letters, digits, spaces and -_~!.+ are allowed.", "/from_display_name");
        }

        if (body.Text("send_digits_on_answer") is { } sent && sent.AsSpan().ContainsAnyExcept(SentDigits))
            findings.Add(TelnyxErrors.Digits, "Digits are 0-9, A-D, *, #, w and W.", "/send_digits_on_answer");
    }

    private static void CheckLoop(RequestBody body, TelnyxFindings findings)
    {
        // A text other than the one the documents name may still be a number: refused, as they show numbers bare.
        if (body.Text("loop") is { } loop && loop != "infinity")
            findings.Add(TelnyxErrors.OutOfRange, "Allowed: 1 to 100, or \"infinity\".", "/loop");
    }

    private static void CheckFork(RequestBody body, TelnyxEmulatorOptions options, TelnyxFindings findings)
    {
        if (body.Has("target") && options.AcceptsForkTarget)
        {
            Exclude(body, "target", "rx", findings);
            Exclude(body, "target", "tx", findings);
            CheckForkTarget(body, "target", findings);
            return;
        }

        if (body.Has("target"))
            findings.Report(SchemaProblem.Unknown, "The vendor has given up this field.", "/target");
        Require(body, "rx", findings);
        Require(body, "tx", findings);
        CheckForkTarget(body, "rx", findings);
        CheckForkTarget(body, "tx", findings);
    }

    private static void CheckForkTarget(RequestBody body, string name, TelnyxFindings findings)
    {
        if (body.Text(name) is { } target
            && !(target.Split(':') is ["udp", { Length: > 0 } host, var port] && Uri.CheckHostName(host) is not UriHostNameType.Unknown
                && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            findings.Add(TelnyxErrors.InvalidUrl, "Expected: udp:address:port.", $"/{name}");
    }

    private static void CheckPay(RequestBody body, TelnyxFindings findings)
    {
        if (body.Text("transaction_type") is "charge")
            Require(body, "amount", findings);
        Exclude(body, "payment_token", "valid_card_types", findings);
    }

    /// <summary>"number,digits": the digits are sent after the answer.</summary>
    public static (string Number, string? Digits) SplitDigits(string to) =>
        to.StartsWith('+') && to.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma
            ? (to[..comma], to[(comma + 1)..])
            : (to, null);

    private static bool IsNumber(string text) =>
        text.Length is >= 3 and <= 16 && text[0] == '+' && text[1] != '0' && !text.AsSpan(1).ContainsAnyExcept(Digits);

    public static bool IsSipUri(string text) =>
        (text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("sips:", StringComparison.OrdinalIgnoreCase))
        && text.IndexOf('@', StringComparison.Ordinal) > text.IndexOf(':', StringComparison.Ordinal) + 1;

    private static void Exclude(RequestBody body, string one, string other, TelnyxFindings findings)
    {
        if (body.Has(one) && body.Has(other))
            findings.Add(TelnyxErrors.Unprocessable, $"{one} and {other} exclude each other.", $"/{other}");
    }

    private static void Require(RequestBody body, string name, TelnyxFindings findings)
    {
        if (!body.Has(name))
            findings.Add(TelnyxErrors.MissingParameter, "The field is needed together with the others that were given.", $"/{name}");
    }

    private static void RequireOne(RequestBody body, TelnyxFindings findings, params string[] names)
    {
        if (!names.Any(body.Has))
            findings.Add(TelnyxErrors.MissingParameter, $"One of {string.Join(", ", names)} is needed.", $"/{names[0]}");
    }
}

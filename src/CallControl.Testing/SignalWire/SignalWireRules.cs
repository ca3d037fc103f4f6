using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Rules of commands that no table of fields can say. Unverified: which code breaking each of them earns. The vendor refuses addresses
/// in private networks as well, which an emulator on this machine cannot.
/// </summary>
internal static class SignalWireRules
{
    private const int MaxVariables = 20;
    private const int MaxVariableBytes = 1024;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly string[] ReservedPrefixes = ["signalwire_", "sw_", "rtc_", "internal_"];

    private static readonly HashSet<string> Codecs = new(
        [
            "OPUS", "OPUS@48000H@20I", "OPUS@24000H@20I", "OPUS@16000H@20I", "OPUS@8000H@20I", "G722", "PCMU", "PCMA", "G729", "VP8", "H264",
        ],
        StringComparer.Ordinal);

    public static bool IsE164(string text) =>
        text.Length is > 2 and <= 16 && text[0] == '+' && text[1] != '0' && !text.AsSpan(1).ContainsAnyExcept(Digits);

    public static void Check(SignalWireOperation operation, RequestBody body, SignalWireEmulatorOptions options, SignalWireFindings findings)
    {
        if (body.Text("control_id") is "")
            findings.Add(SignalWireErrors.MissingParameter, "The value is blank.", "control_id");
        switch (operation.Name)
        {
            case "dial":
                CheckDial(body, findings);
                break;
            case "update":
                CheckScript(body, findings, isRequired: !(options.AllowStatusOnlyUpdate && body.Has("status")));
                break;
            case "calling.tap" when !options.AllowPrivateTapAddresses:
                CheckTapAddress(body, findings);
                break;
            case "calling.stream" when body.Text("url")!.Contains('?', StringComparison.Ordinal):
                findings.Add(SignalWireErrors.InvalidParameter, "The address must have no query.", "url");
                break;
            case "calling.transfer" when body.Element("dest") is { ValueKind: JsonValueKind.Object } document:
                CheckDocument(document, "dest", findings);
                break;
        }
    }

    private static void CheckDial(RequestBody body, SignalWireFindings findings)
    {
        CheckScript(body, findings, isRequired: true);
        if (!body.Has("to") && !body.Has("to_script"))
            findings.Add(SignalWireErrors.MissingParameter, "The value is required.", "to");
        if (body.Text("to") is { } to && !IsDestination(to))
        {
            var isSip = SignalWireLeg.KindOf(to) is "sip";
            var code = isSip ? SignalWireErrors.InvalidSipDestination : SignalWireErrors.InvalidPstnDestination;
            findings.Add(code, "The destination is not understood.", "to");
        }

        if (body.Text("from") is { } from && !IsCaller(from))
            findings.Add(SignalWireErrors.InvalidCallerId, "What begins as a number or an address must be one.", "from");
        CheckCodecs(body, findings);
        if (body.Object("custom_variables") is not null)
            CheckVariables(body.Entries("custom_variables"), findings);
    }

    private static void CheckScript(RequestBody body, SignalWireFindings findings, bool isRequired)
    {
        if (body.Has("url") && body.Has("swml"))
            findings.Add(SignalWireErrors.Incompatible, "Either url or swml is expected.", "swml");
        else if (isRequired && !body.Has("url") && !body.Has("swml"))
            findings.Add(SignalWireErrors.SwmlRequired, "A document, or the address of one, is required.", "url");
        if (body.Element("swml") is { } document)
            CheckDocument(document, "swml", findings);
    }

    private static void CheckDocument(JsonElement document, string attribute, SignalWireFindings findings)
    {
        if (SwmlDocument.Of(document, out var problem) is null)
            findings.Add(SignalWireErrors.InvalidObject, problem, attribute);
    }

    private static void CheckCodecs(RequestBody body, SignalWireFindings findings)
    {
        if (body.Element("codecs") is not { } given)
            return;
        var codecs = given.ValueKind is JsonValueKind.String
            ? given.GetString()!.Split(',', StringSplitOptions.TrimEntries)
            : RequestBody.TextsOf(given);
        if (codecs.Any(static codec => !Codecs.Contains(codec)))
            findings.Add(SignalWireErrors.InvalidCodecs, "There is a codec that the vendor does not know.", "codecs");
    }

    private static void CheckVariables(IEnumerable<JsonProperty> variables, SignalWireFindings findings)
    {
        var all = variables.ToArray();
        if (all.Length > MaxVariables)
            findings.Add(SignalWireErrors.InvalidParameter, "At most 20 variables.", "custom_variables");
        foreach (var variable in all)
        {
            if (!IsVariableName(variable.Name))
                findings.Add(SignalWireErrors.InvalidVariableName, "The name is not allowed.", "custom_variables");
            else if (variable.Value.ValueKind is not JsonValueKind.String
                || Encoding.UTF8.GetByteCount(variable.Value.GetString()!) is 0 or > MaxVariableBytes)
                findings.Add(SignalWireErrors.InvalidVariableValue, "A value is a text of 1 to 1024 bytes.", "custom_variables");
        }
    }

    private static bool IsVariableName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        && !ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static void CheckTapAddress(RequestBody body, SignalWireFindings findings)
    {
        if (body.Object("device")!.Object("params")!.Text("addr") is { } text && !IsPublic(text))
            findings.Add(SignalWireErrors.InvalidParameter, "A public IPv4 address is expected.", "device.params.addr");
    }

    private static bool IsPublic(string text)
    {
        if (!IPAddress.TryParse(text, out var address) || address.GetAddressBytes() is not [var first, var second, _, _])
            return false;

        // A parser takes "8.8", "134744072" and "010.1.1.1", too, and reads them as other addresses than they look like.
        if (address.ToString() != text)
            return false;
        return (first, second) switch
        {
            (0 or 10 or 127, _) or (169, 254) or (192, 168) => false,
            (172, >= 16 and <= 31) or (100, >= 64 and <= 127) => false,
            ( >= 224, _) => false,
            _ => true,
        };
    }

    /// <summary>
    /// Any text names the caller, as the documents say; unverified: that what looks like a number, SIP address or fabric address has to be
    /// a whole one, and that a blank is refused.
    /// </summary>
    private static bool IsCaller(string party) =>
        SignalWireLeg.KindOf(party) is "phone" && !party.StartsWith('+') ? !string.IsNullOrWhiteSpace(party) : IsDestination(party);

    private static bool IsDestination(string party) => SignalWireLeg.KindOf(party) switch
    {
        "sip" => party.Contains('@', StringComparison.Ordinal),
        "webrtc" => party.StartsWith("/private/", StringComparison.Ordinal) || party.StartsWith("/public/", StringComparison.Ordinal),
        _ => IsE164(party),
    };
}

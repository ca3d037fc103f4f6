using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What a stream is asked for with. Unverified: that a stream which a leg connects to carries the inbound track unless it says otherwise,
/// and that the number before the <c>i</c> of a codec is the milliseconds in a message.
/// </summary>
internal sealed record StreamTerms(string Url, string? Name, Uri? StatusUrl, bool IsToldByGet)
{
    private static readonly string[] ForkCodecs = ["PCMU", "L16"];

    public required string Track { get; init; }

    /// <summary>A name, and after an at sign its rate and the length of a piece: "L16@16000h", "PCMU@40i".</summary>
    public required string Codec { get; init; }

    public required string? Token { get; init; }

    public required JsonObject CustomParameters { get; init; }

    /// <summary>Whether the application may speak on it.</summary>
    public bool IsBidirectional { get; init; }

    public static StreamTerms OfCommand(RequestBody body) => new(
        body.Text("url", ""),
        body.Text("name"),
        body.Text("status_url") is { } url ? new Uri(url) : null,
        body.Text("status_url_method") is "GET")
    {
        Track = body.Text("track", "inbound_track"),
        Codec = body.Text("codec", "PCMU"),
        Token = body.Text("authorization_bearer_token"),
        CustomParameters = body.Element("custom_parameters") is { } given ? JsonParts.ObjectOf(given) : [],
    };

    public static StreamTerms OfStep(SwmlArguments arguments, string url, bool isBidirectional = false) => new(
        url, arguments.Text("name"), arguments.Url("status_url"), arguments.Text("status_url_method") is "GET")
    {
        Track = arguments.Text("track", "inbound_track"),
        Codec = arguments.Text("codec", "PCMU"),
        Token = arguments.Text("authorization_bearer_token"),
        CustomParameters = arguments.Element("custom_parameters") is { } given ? Expanded(arguments, given) : [],
        IsBidirectional = isBidirectional,
    };

    /// <summary>The codec, and how many samples at 8 kHz are in a message; null when the emulator or the vendor has no such codec.</summary>
    public (AudioCodec Codec, int Samples)? ReadCodec(bool isBigEndian)
    {
        var parts = Codec.Split('@');
        var (rate, length) = (LegAudio.SampleRate, 20);
        foreach (var part in parts.Skip(1))
        {
            if (part.Length < 2 || !int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            if (part[^1] is 'h')
                rate = number;
            else if (part[^1] is 'i')
                length = number;
            else
                return null;
        }

        if (!IsBidirectional && !ForkCodecs.Contains(parts[0], StringComparer.Ordinal))
            return null;
        var isRate = parts[0] is "L16" ? rate is 16_000 or 24_000 : rate is LegAudio.SampleRate;
        return isRate && length is > 0 and <= 1000 && AudioCodec.Find(parts[0], rate, isBigEndian) is { } codec
            ? (codec, length * LegAudio.SampleRate / 1000)
            : null;
    }

    private static JsonObject Expanded(SwmlArguments arguments, JsonElement given) =>
        new(given.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)arguments.Values.Expand(entry.Value.GetString()!))));
}

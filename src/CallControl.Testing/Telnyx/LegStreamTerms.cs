using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What a stream is asked for with: the <c>stream_...</c> fields of <c>dial</c>, <c>answer</c> and <c>streaming_start</c>.</summary>
internal sealed record LegStreamTerms
{
    public required string Url { get; init; }

    public required string Track { get; init; }

    /// <summary>What the leg's audio is sent in, by its name; it may be one that the emulator has no code for.</summary>
    public required string Codec { get; init; }

    public required bool TakesFiles { get; init; }

    /// <summary>What the application sends, unless it sends files.</summary>
    public required string ReturnCodec { get; init; }

    public required int ReturnRate { get; init; }

    public required string TargetLegs { get; init; }

    public required string? Token { get; init; }

    public required JsonArray? CustomParameters { get; init; }

    /// <summary>
    /// Unverified: that L16 is taken at 8 kHz unless a rate is given, as the field's default has it; the documented pairs name 16 kHz
    /// only.
    /// </summary>
    public static LegStreamTerms Of(RequestBody body, string url, string callCodec) => new()
    {
        Url = url,
        Track = body.Text("stream_track", "inbound_track"),
        Codec = body.Text("stream_codec", "default") is "default" ? callCodec : body.Text("stream_codec", ""),
        TakesFiles = body.Text("stream_bidirectional_mode", "mp3") is "mp3",
        ReturnCodec = body.Text("stream_bidirectional_codec", "PCMU"),
        ReturnRate = body.Integer("stream_bidirectional_sampling_rate", LegAudio.SampleRate),
        TargetLegs = body.Text("stream_bidirectional_target_legs", "opposite"),
        Token = body.Text("stream_auth_token"),
        CustomParameters = body.Element("custom_parameters") is { } given ? JsonNode.Parse(given.GetRawText())!.AsArray() : null,
    };
}

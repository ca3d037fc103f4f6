using System.Text.Json;

namespace CallControl.Media.Tests;

/// <summary>Messages as Telnyx documents them.</summary>
internal static class TelnyxWire
{
    public const string StreamId = "32de0dea-53cb-4b21-89a4-9e1819c043bc";
    public const string CallId = "v3:T02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ";
    public const string Connected = """{"event":"connected","version":"1.0.0"}""";
    public const string Start = $$$"""{"event":"start","sequence_number":"1","start":{"user_id":"3e6f995f-85f7-4705-9741-53b116d28237","call_control_id":"{{{CallId}}}","call_session_id":"ff55a038-6f5d-11ef-9692-02420aeffb1f","from":"+15550100001","to":"+15550100002","tags":["TAG1","TAG2"],"client_state":"aGF2ZSBhIG5pY2UgZGF5ID1d","media_format":{"encoding":"PCMU","sample_rate":8000,"channels":1}},"stream_id":"{{{StreamId}}}"}""";
    public const string Dtmf = $$$"""{"event":"dtmf","stream_id":"{{{StreamId}}}","occurred_at":"2026-01-01T00:00:01Z","sequence_number":"5","dtmf":{"digit":"1"}}""";
    public const string Stop = $$$"""{"event":"stop","sequence_number":"5","stop":{"user_id":"3e6f995f-85f7-4705-9741-53b116d28237","call_control_id":"{{{CallId}}}"},"stream_id":"{{{StreamId}}}"}""";
    public const string Error = $$$"""{"event":"error","stream_id":"{{{StreamId}}}","payload":{"code":100005,"title":"rate_limit_reached","detail":"Too many requests"}}""";
    public const string OldError = $$$"""{"event":"error","sequence_number":"2","error":{"code":"100003","title":"malformed_frame","detail":"The received frame was not formed correctly."},"stream_id":"{{{StreamId}}}"}""";

    public static string StartWith(string encoding, int sampleRate, int channels = 1) =>
        Start.Replace("\"PCMU\"", $"\"{encoding}\"", StringComparison.Ordinal)
            .Replace("\"sample_rate\":8000,\"channels\":1", $"\"sample_rate\":{sampleRate},\"channels\":{channels}", StringComparison.Ordinal);

    /// <summary>Audio of a track: one byte, so that it can be told from others.</summary>
    public static string Media(long chunk, string track = "inbound") => Media(chunk, [(byte)chunk], track);

    public static string Media(long chunk, byte[] audio, string track = "inbound") =>
        $$$"""{"event":"media","sequence_number":"4","media":{"track":"{{{track}}}","chunk":"{{{chunk}}}","timestamp":"{{{20 * chunk}}}","payload":"{{{Convert.ToBase64String(audio)}}}"},"stream_id":"{{{StreamId}}}"}""";

    public static string MediaWithoutChunk(params byte[] audio) =>
        $$$"""{"event":"media","media":{"track":"inbound","payload":"{{{Convert.ToBase64String(audio)}}}"},"stream_id":"{{{StreamId}}}"}""";

    public static string Mark(string name) => $$$"""{"event":"mark","sequence_number":"6","stream_id":"{{{StreamId}}}","mark":{"name":"{{{name}}}"}}""";

    /// <summary>The audio of a message to the vendor; fails when it is none.</summary>
    public static byte[] AudioOf(string message)
    {
        using var document = JsonDocument.Parse(message);
        document.RootElement.GetProperty("event").GetString().Should().Be("media");
        return document.RootElement.GetProperty("media").GetProperty("payload").GetBytesFromBase64();
    }

    /// <summary>What a message to the vendor is, in a word: <c>media 160</c>, <c>mark x</c>, <c>clear</c>.</summary>
    public static string Describe(string message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        return root.GetProperty("event").GetString() switch
        {
            "media" => $"media {root.GetProperty("media").GetProperty("payload").GetBytesFromBase64().Length}",
            "mark" => $"mark {root.GetProperty("mark").GetProperty("name").GetString()}",
            var other => other!,
        };
    }
}

using System.Globalization;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One thing to be heard: a file, a text, a ringtone, or silence.</summary>
internal sealed record PlayItem(TimeSpan Duration, bool IsAudible = true, bool IsMissing = false)
{
    /// <summary>An item of <c>calling.play</c>. Unverified: that a ringtone without a length rings once.</summary>
    public static PlayItem OfCommand(SignalWireEmulatorOptions options, JsonElement item)
    {
        var body = new RequestBody(item);
        var parameters = body.Object("params")!;
        return body.Text("type") switch
        {
            "audio" => File(options, parameters.Text("url", "")),
            "tts" => new PlayItem(options.SpeechDuration),
            "silence" => new PlayItem(parameters.Duration("duration") ?? TimeSpan.Zero, IsAudible: false),
            _ => new PlayItem(parameters.Duration("duration") ?? options.MediaDuration),
        };
    }

    /// <summary>An address of SWML's <c>play</c>; null when it is of no known form.</summary>
    public static PlayItem? OfUrl(SignalWireEmulatorOptions options, string url)
    {
        var separator = url.IndexOf(':', StringComparison.Ordinal);
        if (separator < 0)
            return null;
        var rest = url[(separator + 1)..].Trim();
        switch (url[..separator])
        {
            case "http" or "https":
                return File(options, url);
            case "say":
                return new PlayItem(options.SpeechDuration);
            case "silence":
                return Seconds(rest) is { } silence ? new PlayItem(silence, IsAudible: false) : null;
            case "ring":
                var parts = rest.Split(':', StringSplitOptions.TrimEntries);
                return parts.Length == 1 ? new PlayItem(options.MediaDuration)
                    : Seconds(parts[0]) is { } ring ? new PlayItem(ring) : null;
            default:
                return null;
        }
    }

    private static PlayItem File(SignalWireEmulatorOptions options, string url) => new(
        options.MediaDurationOf?.Invoke(url) ?? options.MediaDuration, IsMissing: options.IsMediaMissing?.Invoke(url) is true);

    private static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

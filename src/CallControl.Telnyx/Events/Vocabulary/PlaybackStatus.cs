using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a playback ended: <c>status</c> of <c>call.playback.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PlaybackStatus>))]
public readonly record struct PlaybackStatus : IVendorWord<PlaybackStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public PlaybackStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The file could not be fetched.</summary>
    public static PlaybackStatus FileNotFound => new("file_not_found");

    /// <summary>The call ended.</summary>
    public static PlaybackStatus CallHangup => new("call_hangup");

    /// <summary>It is not known.</summary>
    public static PlaybackStatus Unknown => new("unknown");

    /// <summary>It was stopped.</summary>
    public static PlaybackStatus Cancelled => new("cancelled");

    /// <summary>The detection of an answering machine stopped it.</summary>
    public static PlaybackStatus CancelledAmd => new("cancelled_amd");

    /// <summary>It was played to its end.</summary>
    public static PlaybackStatus Completed => new("completed");

    /// <summary>It failed.</summary>
    public static PlaybackStatus Failed => new("failed");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static PlaybackStatus IVendorWord<PlaybackStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

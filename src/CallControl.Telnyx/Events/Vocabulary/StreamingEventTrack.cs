using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which audio is streamed: <c>track</c> in the <c>stream_params</c> of <c>streaming.failed</c>, and <c>stream_track</c> of <c>call.answered</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<StreamingEventTrack>))]
public readonly record struct StreamingEventTrack : IVendorWord<StreamingEventTrack>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public StreamingEventTrack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What Telnyx hears from the leg.</summary>
    public static StreamingEventTrack Inbound => new("inbound_track");

    /// <summary>What Telnyx sends to the leg.</summary>
    public static StreamingEventTrack Outbound => new("outbound_track");

    /// <summary>Both.</summary>
    public static StreamingEventTrack Both => new("both_tracks");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static StreamingEventTrack Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

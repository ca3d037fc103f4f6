using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What of the running and waiting playbacks is cut.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PlaybackStop>))]
public readonly record struct PlaybackStop : IVendorWord<PlaybackStop>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PlaybackStop(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What plays now; the next in the queue begins.</summary>
    public static PlaybackStop Current { get; } = new("current");

    /// <summary>What plays now, and the queue.</summary>
    public static PlaybackStop All { get; } = new("all");

    /// <summary>The overlay queue; of <c>playback_stop</c> only. Unverified: stands in the error table alone.</summary>
    public static PlaybackStop Overlay { get; } = new("overlay");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PlaybackStop IVendorWord<PlaybackStop>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

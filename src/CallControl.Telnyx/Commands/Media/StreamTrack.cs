using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which direction of a leg's audio goes into a stream or a SIPREC session.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<StreamTrack>))]
public readonly record struct StreamTrack : IVendorWord<StreamTrack>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public StreamTrack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What comes from the far end.</summary>
    public static StreamTrack Inbound { get; } = new("inbound_track");

    /// <summary>What goes to the far end.</summary>
    public static StreamTrack Outbound { get; } = new("outbound_track");

    /// <summary>Both directions.</summary>
    public static StreamTrack Both { get; } = new("both_tracks");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static StreamTrack IVendorWord<StreamTrack>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

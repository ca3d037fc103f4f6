using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a stream carries.</summary>
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

    /// <summary>What the leg's party says; the default.</summary>
    public static StreamTrack Inbound { get; } = new("inbound_track");

    /// <summary>What the leg's party hears.</summary>
    public static StreamTrack Outbound { get; } = new("outbound_track");

    /// <summary>Both, apart from each other.</summary>
    public static StreamTrack Both { get; } = new("both_tracks");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static StreamTrack IVendorWord<StreamTrack>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

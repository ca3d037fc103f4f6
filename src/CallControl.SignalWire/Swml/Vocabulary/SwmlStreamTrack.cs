using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whose audio is streamed.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlStreamTrack>))]
public readonly record struct SwmlStreamTrack : IVendorWord<SwmlStreamTrack>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlStreamTrack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What the caller says.</summary>
    public static SwmlStreamTrack Inbound { get; } = new("inbound_track");

    /// <summary>What the caller hears.</summary>
    public static SwmlStreamTrack Outbound { get; } = new("outbound_track");

    /// <summary>What the caller says and hears.</summary>
    public static SwmlStreamTrack Both { get; } = new("both_tracks");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlStreamTrack IVendorWord<SwmlStreamTrack>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>One or both directions of a leg's audio.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<LegTrack>))]
public readonly record struct LegTrack : IVendorWord<LegTrack>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public LegTrack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What comes from the far end.</summary>
    public static LegTrack Inbound { get; } = new("inbound");

    /// <summary>What goes to the far end.</summary>
    public static LegTrack Outbound { get; } = new("outbound");

    /// <summary>Both directions.</summary>
    public static LegTrack Both { get; } = new("both");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static LegTrack IVendorWord<LegTrack>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

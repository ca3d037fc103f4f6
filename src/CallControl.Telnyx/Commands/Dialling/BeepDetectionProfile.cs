using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How the beep of an answering machine is recognised.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<BeepDetectionProfile>))]
public readonly record struct BeepDetectionProfile : IVendorWord<BeepDetectionProfile>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public BeepDetectionProfile(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>By all means of the detector. Unverified: what they are.</summary>
    public static BeepDetectionProfile Both { get; } = new("both");

    /// <summary>By its frequency alone.</summary>
    public static BeepDetectionProfile FrequencyOnly { get; } = new("freq_only");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static BeepDetectionProfile IVendorWord<BeepDetectionProfile>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

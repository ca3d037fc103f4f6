using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The gender of a synthetic voice.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<VoiceGender>))]
public readonly record struct VoiceGender : IVendorWord<VoiceGender>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public VoiceGender(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Female; the default.</summary>
    public static VoiceGender Female { get; } = new("female");

    /// <summary>Male.</summary>
    public static VoiceGender Male { get; } = new("male");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static VoiceGender IVendorWord<VoiceGender>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

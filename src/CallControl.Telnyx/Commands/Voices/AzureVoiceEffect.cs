using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How an Azure voice is shaped for where it is heard.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AzureVoiceEffect>))]
public readonly record struct AzureVoiceEffect : IVendorWord<AzureVoiceEffect>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public AzureVoiceEffect(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>For loudspeakers in cars.</summary>
    public static AzureVoiceEffect Car { get; } = new("eq_car");

    /// <summary>For narrow-band telephony.</summary>
    public static AzureVoiceEffect Telephone { get; } = new("eq_telecomhp8k");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static AzureVoiceEffect IVendorWord<AzureVoiceEffect>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The gender of an Azure voice.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AzureVoiceGender>))]
public readonly record struct AzureVoiceGender : IVendorWord<AzureVoiceGender>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public AzureVoiceGender(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Male.</summary>
    public static AzureVoiceGender Male { get; } = new("Male");

    /// <summary>Female.</summary>
    public static AzureVoiceGender Female { get; } = new("Female");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static AzureVoiceGender IVendorWord<AzureVoiceGender>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

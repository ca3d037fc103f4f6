using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whether the media of a SIP call is encrypted.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlEncryption>))]
public readonly record struct SwmlEncryption : IVendorWord<SwmlEncryption>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlEncryption(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Always; otherwise there is no call.</summary>
    public static SwmlEncryption Mandatory { get; } = new("mandatory");

    /// <summary>If the other side can.</summary>
    public static SwmlEncryption Optional { get; } = new("optional");

    /// <summary>Never.</summary>
    public static SwmlEncryption Forbidden { get; } = new("forbidden");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlEncryption IVendorWord<SwmlEncryption>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How lively an Inworld voice speaks.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<InworldDeliveryMode>))]
public readonly record struct InworldDeliveryMode : IVendorWord<InworldDeliveryMode>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public InworldDeliveryMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Even.</summary>
    public static InworldDeliveryMode Stable { get; } = new("STABLE");

    /// <summary>In between.</summary>
    public static InworldDeliveryMode Balanced { get; } = new("BALANCED");

    /// <summary>Lively.</summary>
    public static InworldDeliveryMode Creative { get; } = new("CREATIVE");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static InworldDeliveryMode IVendorWord<InworldDeliveryMode>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How hard an engine works on noise.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<NoiseSuppressionMode>))]
public readonly record struct NoiseSuppressionMode : IVendorWord<NoiseSuppressionMode>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public NoiseSuppressionMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The ordinary way.</summary>
    public static NoiseSuppressionMode Standard { get; } = new("standard");

    /// <summary>The thorough way.</summary>
    public static NoiseSuppressionMode Advanced { get; } = new("advanced");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static NoiseSuppressionMode IVendorWord<NoiseSuppressionMode>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

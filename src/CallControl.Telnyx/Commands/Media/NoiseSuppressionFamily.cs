using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A family of ai-coustics' models.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<NoiseSuppressionFamily>))]
public readonly record struct NoiseSuppressionFamily : IVendorWord<NoiseSuppressionFamily>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public NoiseSuppressionFamily(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Sparrow.</summary>
    public static NoiseSuppressionFamily Sparrow { get; } = new("sparrow");

    /// <summary>Quail.</summary>
    public static NoiseSuppressionFamily Quail { get; } = new("quail");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static NoiseSuppressionFamily IVendorWord<NoiseSuppressionFamily>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

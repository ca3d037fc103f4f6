using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which legs hear something.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TargetLegs>))]
public readonly record struct TargetLegs : IVendorWord<TargetLegs>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public TargetLegs(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The leg that the command goes to.</summary>
    public static TargetLegs Self { get; } = new("self");

    /// <summary>The leg it is bridged with.</summary>
    public static TargetLegs Opposite { get; } = new("opposite");

    /// <summary>Both legs.</summary>
    public static TargetLegs Both { get; } = new("both");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static TargetLegs IVendorWord<TargetLegs>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

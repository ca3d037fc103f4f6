using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Whose keys are not passed on to the other leg of a bridge.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DtmfMute>))]
public readonly record struct DtmfMute : IVendorWord<DtmfMute>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public DtmfMute(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nobody's.</summary>
    public static DtmfMute None { get; } = new("none");

    /// <summary>Both legs'.</summary>
    public static DtmfMute Both { get; } = new("both");

    /// <summary>Those of the leg that the command goes to.</summary>
    public static DtmfMute Self { get; } = new("self");

    /// <summary>Those of the other leg.</summary>
    public static DtmfMute Opposite { get; } = new("opposite");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static DtmfMute IVendorWord<DtmfMute>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

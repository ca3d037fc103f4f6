using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where a conference is.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlConferenceRegion>))]
public readonly record struct SwmlConferenceRegion : IVendorWord<SwmlConferenceRegion>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlConferenceRegion(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Anywhere.</summary>
    public static SwmlConferenceRegion Global { get; } = new("global");

    /// <summary>In the United States.</summary>
    public static SwmlConferenceRegion UnitedStates { get; } = new("us");

    /// <summary>In Europe.</summary>
    public static SwmlConferenceRegion Europe { get; } = new("eu");

    /// <summary>Unverified: in Switzerland.</summary>
    public static SwmlConferenceRegion Switzerland { get; } = new("ch");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlConferenceRegion IVendorWord<SwmlConferenceRegion>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whose audio is recorded or sent.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlAudioDirection>))]
public readonly record struct SwmlAudioDirection : IVendorWord<SwmlAudioDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlAudioDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What the party says.</summary>
    public static SwmlAudioDirection Speak { get; } = new("speak");

    /// <summary>What the party hears.</summary>
    public static SwmlAudioDirection Listen { get; } = new("listen");

    /// <summary>What the party says and hears.</summary>
    public static SwmlAudioDirection Both { get; } = new("both");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlAudioDirection IVendorWord<SwmlAudioDirection>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

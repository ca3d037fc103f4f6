using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whose audio is tapped: <c>tap.params.direction</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTapDirection>))]
public readonly record struct CallTapDirection : IVendorWord<CallTapDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTapDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What the leg says.</summary>
    public static CallTapDirection Speak { get; } = new("speak");

    /// <summary>What the leg hears.</summary>
    public static CallTapDirection Listen { get; } = new("listen");

    /// <summary>Both.</summary>
    public static CallTapDirection Both { get; } = new("both");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTapDirection IVendorWord<CallTapDirection>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whose audio is recorded: <c>direction</c> of a recording.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallRecordDirection>))]
public readonly record struct CallRecordDirection : IVendorWord<CallRecordDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallRecordDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What the leg hears.</summary>
    public static CallRecordDirection Listen { get; } = new("listen");

    /// <summary>What the leg says.</summary>
    public static CallRecordDirection Speak { get; } = new("speak");

    /// <summary>Both.</summary>
    public static CallRecordDirection Both { get; } = new("both");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallRecordDirection IVendorWord<CallRecordDirection>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

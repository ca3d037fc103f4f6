using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What is detected: <c>detect.type</c> of <c>calling.call.detect</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallDetectType>))]
public readonly record struct CallDetectType : IVendorWord<CallDetectType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallDetectType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A fax machine.</summary>
    public static CallDetectType Fax { get; } = new("fax");

    /// <summary>A machine or a human.</summary>
    public static CallDetectType Machine { get; } = new("machine");

    /// <summary>A digit.</summary>
    public static CallDetectType Digit { get; } = new("digit");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallDetectType IVendorWord<CallDetectType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

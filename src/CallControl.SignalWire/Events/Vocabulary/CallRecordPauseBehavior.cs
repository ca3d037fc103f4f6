using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a recording holds for the time of a pause: <c>pause_behavior</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallRecordPauseBehavior>))]
public readonly record struct CallRecordPauseBehavior : IVendorWord<CallRecordPauseBehavior>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallRecordPauseBehavior(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Silence.</summary>
    public static CallRecordPauseBehavior Silence { get; } = new("silence");

    /// <summary>Nothing: the time is left out.</summary>
    public static CallRecordPauseBehavior Skip { get; } = new("skip");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallRecordPauseBehavior IVendorWord<CallRecordPauseBehavior>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a recording has in place of a pause.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordPauseBehavior>))]
public readonly record struct RecordPauseBehavior : IVendorWord<RecordPauseBehavior>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordPauseBehavior(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nothing: the pause is left out; the default.</summary>
    public static RecordPauseBehavior Skip { get; } = new("skip");

    /// <summary>Silence as long as the pause.</summary>
    public static RecordPauseBehavior Silence { get; } = new("silence");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordPauseBehavior IVendorWord<RecordPauseBehavior>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

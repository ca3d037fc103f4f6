using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What happens to the recording of a conference and is reported.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlRecordingEvent>))]
public readonly record struct SwmlRecordingEvent : IVendorWord<SwmlRecordingEvent>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlRecordingEvent(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It began.</summary>
    public static SwmlRecordingEvent InProgress { get; } = new("in-progress");

    /// <summary>It can be fetched.</summary>
    public static SwmlRecordingEvent Completed { get; } = new("completed");

    /// <summary>There is none.</summary>
    public static SwmlRecordingEvent Absent { get; } = new("absent");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlRecordingEvent IVendorWord<SwmlRecordingEvent>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whether a conference is recorded.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlConferenceRecording>))]
public readonly record struct SwmlConferenceRecording : IVendorWord<SwmlConferenceRecording>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlConferenceRecording(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Not at all.</summary>
    public static SwmlConferenceRecording Never { get; } = new("do-not-record");

    /// <summary>From its beginning.</summary>
    public static SwmlConferenceRecording FromStart { get; } = new("record-from-start");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlConferenceRecording IVendorWord<SwmlConferenceRecording>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

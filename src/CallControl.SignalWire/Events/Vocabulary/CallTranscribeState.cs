using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a transcription goes: <c>state</c> of <c>calling.call.transcribe</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTranscribeState>))]
public readonly record struct CallTranscribeState : IVendorWord<CallTranscribeState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTranscribeState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallTranscribeState Transcribing { get; } = new("transcribing");

    /// <summary>Is over. Final.</summary>
    public static CallTranscribeState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTranscribeState IVendorWord<CallTranscribeState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

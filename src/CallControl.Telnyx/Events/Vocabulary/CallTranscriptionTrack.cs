using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Whose words were transcribed: <c>transcription_track</c> of <c>call.transcription</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTranscriptionTrack>))]
public readonly record struct CallTranscriptionTrack : IVendorWord<CallTranscriptionTrack>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTranscriptionTrack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>What Telnyx hears from the leg.</summary>
    public static CallTranscriptionTrack Inbound => new("inbound");

    /// <summary>What Telnyx sends to the leg.</summary>
    public static CallTranscriptionTrack Outbound => new("outbound");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTranscriptionTrack IVendorWord<CallTranscriptionTrack>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

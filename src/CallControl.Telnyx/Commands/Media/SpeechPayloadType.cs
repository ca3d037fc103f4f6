using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What kind of text is spoken.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SpeechPayloadType>))]
public readonly record struct SpeechPayloadType : IVendorWord<SpeechPayloadType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SpeechPayloadType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Plain text.</summary>
    public static SpeechPayloadType Text { get; } = new("text");

    /// <summary>SSML.</summary>
    public static SpeechPayloadType Ssml { get; } = new("ssml");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SpeechPayloadType IVendorWord<SpeechPayloadType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where an assistant's background sound comes from.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<BackgroundAudioKind>))]
public readonly record struct BackgroundAudioKind : IVendorWord<BackgroundAudioKind>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public BackgroundAudioKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A sound of the vendor's.</summary>
    public static BackgroundAudioKind PredefinedMedia { get; } = new("predefined_media");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static BackgroundAudioKind IVendorWord<BackgroundAudioKind>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

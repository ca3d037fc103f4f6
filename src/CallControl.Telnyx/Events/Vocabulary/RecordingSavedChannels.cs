using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How the legs share a recording: <c>channels</c> of <c>call.recording.saved</c> and <c>conference.recording.saved</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingSavedChannels>))]
public readonly record struct RecordingSavedChannels : IVendorWord<RecordingSavedChannels>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public RecordingSavedChannels(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>All mixed into one channel.</summary>
    public static RecordingSavedChannels Mixed => new("single");

    /// <summary>Each leg in a channel of its own.</summary>
    public static RecordingSavedChannels Dual => new("dual");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static RecordingSavedChannels Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

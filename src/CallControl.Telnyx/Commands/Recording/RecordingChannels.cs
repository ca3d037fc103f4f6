using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How many channels a recording has.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingChannels>))]
public readonly record struct RecordingChannels : IVendorWord<RecordingChannels>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordingChannels(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>One, the parties mixed.</summary>
    public static RecordingChannels Mono { get; } = new("single");

    /// <summary>Two, the first leg on the first of them.</summary>
    public static RecordingChannels Dual { get; } = new("dual");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordingChannels IVendorWord<RecordingChannels>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

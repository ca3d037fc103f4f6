using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the detector heard: <c>result</c> of <c>call.deepfake_detection.result</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DeepfakeVerdict>))]
public readonly record struct DeepfakeVerdict : IVendorWord<DeepfakeVerdict>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public DeepfakeVerdict(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A human voice.</summary>
    public static DeepfakeVerdict Real => new("real");

    /// <summary>A generated voice.</summary>
    public static DeepfakeVerdict Fake => new("fake");

    /// <summary>Nothing that could be judged.</summary>
    public static DeepfakeVerdict SilenceTimeout => new("silence_timeout");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static DeepfakeVerdict IVendorWord<DeepfakeVerdict>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

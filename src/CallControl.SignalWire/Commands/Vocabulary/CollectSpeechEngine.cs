using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Who recognises collected speech.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CollectSpeechEngine>))]
public readonly record struct CollectSpeechEngine : IVendorWord<CollectSpeechEngine>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CollectSpeechEngine(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Google.</summary>
    public static CollectSpeechEngine Google { get; } = new("Google");

    /// <summary>Google, version 2.</summary>
    public static CollectSpeechEngine GoogleV2 { get; } = new("Google.V2");

    /// <summary>Deepgram.</summary>
    public static CollectSpeechEngine Deepgram { get; } = new("Deepgram");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CollectSpeechEngine IVendorWord<CollectSpeechEngine>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Who recognises the speech of a live session.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<LiveSpeechEngine>))]
public readonly record struct LiveSpeechEngine : IVendorWord<LiveSpeechEngine>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public LiveSpeechEngine(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Deepgram; the default.</summary>
    public static LiveSpeechEngine Deepgram { get; } = new("deepgram");

    /// <summary>Google.</summary>
    public static LiveSpeechEngine Google { get; } = new("google");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static LiveSpeechEngine IVendorWord<LiveSpeechEngine>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

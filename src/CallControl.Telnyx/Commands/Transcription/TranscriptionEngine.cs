using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who transcribes live audio.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TranscriptionEngine>))]
public readonly record struct TranscriptionEngine : IVendorWord<TranscriptionEngine>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public TranscriptionEngine(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Google.</summary>
    public static TranscriptionEngine Google { get; } = new("Google");

    /// <summary>Telnyx.</summary>
    public static TranscriptionEngine Telnyx { get; } = new("Telnyx");

    /// <summary>Deepgram.</summary>
    public static TranscriptionEngine Deepgram { get; } = new("Deepgram");

    /// <summary>Azure.</summary>
    public static TranscriptionEngine Azure { get; } = new("Azure");

    /// <summary>xAI.</summary>
    public static TranscriptionEngine Xai { get; } = new("xAI");

    /// <summary>AssemblyAI.</summary>
    public static TranscriptionEngine AssemblyAi { get; } = new("AssemblyAI");

    /// <summary>Speechmatics.</summary>
    public static TranscriptionEngine Speechmatics { get; } = new("Speechmatics");

    /// <summary>Soniox.</summary>
    public static TranscriptionEngine Soniox { get; } = new("Soniox");

    /// <summary>NVIDIA Parakeet.</summary>
    public static TranscriptionEngine Parakeet { get; } = new("Parakeet");

    /// <summary>Humain.</summary>
    public static TranscriptionEngine Humain { get; } = new("Humain");

    /// <summary>Reson8.</summary>
    public static TranscriptionEngine Reson8 { get; } = new("Reson8");

    /// <summary>The old name of <see cref="Google"/>.</summary>
    public static TranscriptionEngine LegacyGoogle { get; } = new("A");

    /// <summary>The old name of <see cref="Telnyx"/>.</summary>
    public static TranscriptionEngine LegacyTelnyx { get; } = new("B");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static TranscriptionEngine IVendorWord<TranscriptionEngine>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

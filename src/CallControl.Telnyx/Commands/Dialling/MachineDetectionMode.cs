using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Whether and how an answering machine is told from a person.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<MachineDetectionMode>))]
public readonly record struct MachineDetectionMode : IVendorWord<MachineDetectionMode>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public MachineDetectionMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Not at all.</summary>
    public static MachineDetectionMode Disabled { get; } = new("disabled");

    /// <summary>Person or machine.</summary>
    public static MachineDetectionMode Detect { get; } = new("detect");

    /// <summary>Person or machine, and the beep of a machine.</summary>
    public static MachineDetectionMode DetectBeep { get; } = new("detect_beep");

    /// <summary>Person or machine, by the words of the greeting.</summary>
    public static MachineDetectionMode DetectWords { get; } = new("detect_words");

    /// <summary>Person or machine, and the end of a machine's greeting.</summary>
    public static MachineDetectionMode GreetingEnd { get; } = new("greeting_end");

    /// <summary>The paid detector: person or machine, and the beep.</summary>
    public static MachineDetectionMode Premium { get; } = new("premium");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static MachineDetectionMode IVendorWord<MachineDetectionMode>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

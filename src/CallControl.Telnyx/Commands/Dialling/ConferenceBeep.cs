using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>When a conference beeps.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ConferenceBeep>))]
public readonly record struct ConferenceBeep : IVendorWord<ConferenceBeep>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ConferenceBeep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>On joining and on leaving.</summary>
    public static ConferenceBeep Always { get; } = new("always");

    /// <summary>Never.</summary>
    public static ConferenceBeep Never { get; } = new("never");

    /// <summary>On joining.</summary>
    public static ConferenceBeep OnEnter { get; } = new("on_enter");

    /// <summary>On leaving.</summary>
    public static ConferenceBeep OnExit { get; } = new("on_exit");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ConferenceBeep IVendorWord<ConferenceBeep>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

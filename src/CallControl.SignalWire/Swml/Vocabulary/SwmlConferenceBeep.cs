using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>When a beep is heard in a conference.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlConferenceBeep>))]
public readonly record struct SwmlConferenceBeep : IVendorWord<SwmlConferenceBeep>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlConferenceBeep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>When somebody joins or leaves.</summary>
    public static SwmlConferenceBeep Always { get; } = new("true");

    /// <summary>Not at all.</summary>
    public static SwmlConferenceBeep Never { get; } = new("false");

    /// <summary>When somebody joins.</summary>
    public static SwmlConferenceBeep OnEnter { get; } = new("onEnter");

    /// <summary>When somebody leaves.</summary>
    public static SwmlConferenceBeep OnExit { get; } = new("onExit");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlConferenceBeep IVendorWord<SwmlConferenceBeep>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

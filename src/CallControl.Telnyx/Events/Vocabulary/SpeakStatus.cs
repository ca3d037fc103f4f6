using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a spoken text ended: <c>status</c> of <c>call.speak.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is. What a stop by command yields is not documented.</remarks>
[JsonConverter(typeof(VendorWordConverter<SpeakStatus>))]
public readonly record struct SpeakStatus : IVendorWord<SpeakStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public SpeakStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was spoken to its end.</summary>
    public static SpeakStatus Completed => new("completed");

    /// <summary>The call ended.</summary>
    public static SpeakStatus CallHangup => new("call_hangup");

    /// <summary>The detection of an answering machine stopped it.</summary>
    public static SpeakStatus CancelledAmd => new("cancelled_amd");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static SpeakStatus IVendorWord<SpeakStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

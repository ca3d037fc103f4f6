using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Whether silence is cut off the start of a recording.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlConferenceTrim>))]
public readonly record struct SwmlConferenceTrim : IVendorWord<SwmlConferenceTrim>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlConferenceTrim(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is cut off.</summary>
    public static SwmlConferenceTrim Silence { get; } = new("trim-silence");

    /// <summary>It stays.</summary>
    public static SwmlConferenceTrim Nothing { get; } = new("do-not-trim");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlConferenceTrim IVendorWord<SwmlConferenceTrim>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

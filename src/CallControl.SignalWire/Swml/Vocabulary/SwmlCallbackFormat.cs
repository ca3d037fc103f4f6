using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The form in which a conference is reported.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlCallbackFormat>))]
public readonly record struct SwmlCallbackFormat : IVendorWord<SwmlCallbackFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlCallbackFormat(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>That of the vendor's XML documents.</summary>
    public static SwmlCallbackFormat Cxml { get; } = new("cxml");

    /// <summary>The same, by its old name.</summary>
    public static SwmlCallbackFormat Laml { get; } = new("laml");

    /// <summary>The JSON of the other callbacks.</summary>
    public static SwmlCallbackFormat Relay { get; } = new("relay");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlCallbackFormat IVendorWord<SwmlCallbackFormat>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

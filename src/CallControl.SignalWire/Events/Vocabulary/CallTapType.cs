using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What is tapped: <c>tap.type</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTapType>))]
public readonly record struct CallTapType : IVendorWord<CallTapType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTapType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Audio.</summary>
    public static CallTapType Audio { get; } = new("audio");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTapType IVendorWord<CallTapType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which side ended a leg: <c>end_source</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallEndSource>))]
public readonly record struct CallEndSource : IVendorWord<CallEndSource>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallEndSource(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The side that called.</summary>
    public static CallEndSource Inbound { get; } = new("inbound");

    /// <summary>The side that was called.</summary>
    public static CallEndSource Outbound { get; } = new("outbound");

    /// <summary>Neither.</summary>
    public static CallEndSource None { get; } = new("none");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallEndSource IVendorWord<CallEndSource>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which way a fax goes: <c>fax.params.direction</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallFaxDirection>))]
public readonly record struct CallFaxDirection : IVendorWord<CallFaxDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallFaxDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is sent.</summary>
    public static CallFaxDirection Send { get; } = new("send");

    /// <summary>It is received.</summary>
    public static CallFaxDirection Receive { get; } = new("receive");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallFaxDirection IVendorWord<CallFaxDirection>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

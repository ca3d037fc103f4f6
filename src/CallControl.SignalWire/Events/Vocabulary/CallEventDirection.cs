using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which way a leg goes: <c>direction</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallEventDirection>))]
public readonly record struct CallEventDirection : IVendorWord<CallEventDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallEventDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Came in.</summary>
    public static CallEventDirection Inbound { get; } = new("inbound");

    /// <summary>Goes out.</summary>
    public static CallEventDirection Outbound { get; } = new("outbound");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallEventDirection IVendorWord<CallEventDirection>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

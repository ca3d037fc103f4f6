using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which way a leg was set up.</summary>
/// <remarks>An open set: a word that is not listed is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallLegDirection>))]
public readonly record struct CallLegDirection : IVendorWord<CallLegDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallLegDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The party called.</summary>
    public static CallLegDirection Inbound { get; } = new("inbound");

    /// <summary>The party was called.</summary>
    public static CallLegDirection Outbound { get; } = new("outbound");

    /// <summary>The party was called by a command.</summary>
    public static CallLegDirection OutboundApi { get; } = new("outbound-api");

    /// <summary>The party was called by a script; in logs only.</summary>
    public static CallLegDirection OutboundDial { get; } = new("outbound-dial");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallLegDirection IVendorWord<CallLegDirection>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

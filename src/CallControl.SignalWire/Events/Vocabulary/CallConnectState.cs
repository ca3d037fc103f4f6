using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How two legs are connected: <c>connect_state</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallConnectState>))]
public readonly record struct CallConnectState : IVendorWord<CallConnectState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallConnectState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The other leg is being called.</summary>
    public static CallConnectState Connecting { get; } = new("connecting");

    /// <summary>Both talk.</summary>
    public static CallConnectState Connected { get; } = new("connected");

    /// <summary>They do not any more. Final.</summary>
    public static CallConnectState Disconnected { get; } = new("disconnected");

    /// <summary>The other leg was not reached. Final.</summary>
    public static CallConnectState Failed { get; } = new("failed");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallConnectState IVendorWord<CallConnectState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

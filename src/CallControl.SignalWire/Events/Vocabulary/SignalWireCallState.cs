using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What state a leg is in: <c>call_state</c> of <c>calling.call.state</c> and of the request for a document.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SignalWireCallState>))]
public readonly record struct SignalWireCallState : IVendorWord<SignalWireCallState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public SignalWireCallState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Was set up, and does not ring yet.</summary>
    public static SignalWireCallState Created { get; } = new("created");

    /// <summary>Rings.</summary>
    public static SignalWireCallState Ringing { get; } = new("ringing");

    /// <summary>Was answered.</summary>
    public static SignalWireCallState Answered { get; } = new("answered");

    /// <summary>Is being ended.</summary>
    public static SignalWireCallState Ending { get; } = new("ending");

    /// <summary>Is over.</summary>
    public static SignalWireCallState Ended { get; } = new("ended");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static SignalWireCallState IVendorWord<SignalWireCallState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What state a leg is in: <c>state</c> of <c>call.initiated</c>, <c>call.answered</c> and <c>call.hangup</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TelnyxCallState>))]
public readonly record struct TelnyxCallState : IVendorWord<TelnyxCallState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public TelnyxCallState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Came in, and waits for a command.</summary>
    public static TelnyxCallState Parked => new("parked");

    /// <summary>Goes out, and is being set up.</summary>
    public static TelnyxCallState Bridging => new("bridging");

    /// <summary>Was answered.</summary>
    public static TelnyxCallState Answered => new("answered");

    /// <summary>Is over.</summary>
    public static TelnyxCallState Hangup => new("hangup");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static TelnyxCallState IVendorWord<TelnyxCallState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a dial goes: <c>dial_state</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallDialState>))]
public readonly record struct CallDialState : IVendorWord<CallDialState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallDialState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallDialState Dialing { get; } = new("dialing");

    /// <summary>Somebody answered. Final.</summary>
    public static CallDialState Answered { get; } = new("answered");

    /// <summary>Nobody did. Final.</summary>
    public static CallDialState Failed { get; } = new("failed");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallDialState IVendorWord<CallDialState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

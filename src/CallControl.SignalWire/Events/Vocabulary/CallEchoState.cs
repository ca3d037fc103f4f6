using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How an echo goes: <c>state</c> of <c>calling.call.echo</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallEchoState>))]
public readonly record struct CallEchoState : IVendorWord<CallEchoState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallEchoState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallEchoState Echoing { get; } = new("echoing");

    /// <summary>Is over. Final.</summary>
    public static CallEchoState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallEchoState IVendorWord<CallEchoState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a stream goes: <c>state</c> of <c>calling.call.stream</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallStreamState>))]
public readonly record struct CallStreamState : IVendorWord<CallStreamState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallStreamState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallStreamState Streaming { get; } = new("streaming");

    /// <summary>Is over. Final.</summary>
    public static CallStreamState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallStreamState IVendorWord<CallStreamState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a tap goes: <c>state</c> of <c>calling.call.tap</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallTapState>))]
public readonly record struct CallTapState : IVendorWord<CallTapState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallTapState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallTapState Tapping { get; } = new("tapping");

    /// <summary>Is over. Final.</summary>
    public static CallTapState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallTapState IVendorWord<CallTapState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

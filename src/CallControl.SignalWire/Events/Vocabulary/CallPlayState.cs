using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a playback goes: <c>state</c> of <c>calling.call.play</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPlayState>))]
public readonly record struct CallPlayState : IVendorWord<CallPlayState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPlayState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Plays, or plays again.</summary>
    public static CallPlayState Playing { get; } = new("playing");

    /// <summary>Was paused.</summary>
    public static CallPlayState Paused { get; } = new("paused");

    /// <summary>Failed. Final.</summary>
    public static CallPlayState Error { get; } = new("error");

    /// <summary>Is over, whether it came to its end or was stopped. Final.</summary>
    public static CallPlayState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPlayState IVendorWord<CallPlayState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

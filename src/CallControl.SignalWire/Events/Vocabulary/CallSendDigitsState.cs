using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How the sending of digits ended: <c>state</c> of <c>calling.call.send_digits</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallSendDigitsState>))]
public readonly record struct CallSendDigitsState : IVendorWord<CallSendDigitsState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallSendDigitsState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>They were sent. Final.</summary>
    public static CallSendDigitsState Finished { get; } = new("finished");

    /// <summary>They were not. Final.</summary>
    public static CallSendDigitsState Error { get; } = new("error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallSendDigitsState IVendorWord<CallSendDigitsState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How an agent ended: <c>state</c> of <c>calling.call.ai</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallAiState>))]
public readonly record struct CallAiState : IVendorWord<CallAiState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallAiState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is done.</summary>
    public static CallAiState Finished { get; } = new("finished");

    /// <summary>It failed.</summary>
    public static CallAiState Error { get; } = new("error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallAiState IVendorWord<CallAiState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A state of a called leg that is reported.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlLegState>))]
public readonly record struct SwmlLegState : IVendorWord<SwmlLegState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlLegState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is set up.</summary>
    public static SwmlLegState Created { get; } = new("created");

    /// <summary>It rings.</summary>
    public static SwmlLegState Ringing { get; } = new("ringing");

    /// <summary>It was answered.</summary>
    public static SwmlLegState Answered { get; } = new("answered");

    /// <summary>It is over.</summary>
    public static SwmlLegState Ended { get; } = new("ended");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlLegState IVendorWord<SwmlLegState>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

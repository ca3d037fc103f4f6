using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a recording goes: <c>state</c> of <c>calling.call.record</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallRecordState>))]
public readonly record struct CallRecordState : IVendorWord<CallRecordState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallRecordState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Records, or records again.</summary>
    public static CallRecordState Recording { get; } = new("recording");

    /// <summary>Was paused.</summary>
    public static CallRecordState Paused { get; } = new("paused");

    /// <summary>Is over. Final.</summary>
    public static CallRecordState Finished { get; } = new("finished");

    /// <summary>Is over, since nobody said anything. Final.</summary>
    public static CallRecordState NoInput { get; } = new("no_input");

    /// <summary>Failed. Final. Unverified: on some of the vendor's pages only.</summary>
    public static CallRecordState Error { get; } = new("error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallRecordState IVendorWord<CallRecordState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

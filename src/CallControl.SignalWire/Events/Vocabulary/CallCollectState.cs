using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a collect of partial or continuous results goes: <c>state</c> of <c>calling.call.collect</c>. Others have none.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallCollectState>))]
public readonly record struct CallCollectState : IVendorWord<CallCollectState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallCollectState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Goes on.</summary>
    public static CallCollectState Collecting { get; } = new("collecting");

    /// <summary>Failed. Final.</summary>
    public static CallCollectState Error { get; } = new("error");

    /// <summary>Is over. Final.</summary>
    public static CallCollectState Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallCollectState IVendorWord<CallCollectState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

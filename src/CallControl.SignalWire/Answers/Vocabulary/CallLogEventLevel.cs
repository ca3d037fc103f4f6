using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How serious an event in a log is.</summary>
/// <remarks>An open set: a word that is not listed is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallLogEventLevel>))]
public readonly record struct CallLogEventLevel : IVendorWord<CallLogEventLevel>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallLogEventLevel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>For whoever looks for a fault.</summary>
    public static CallLogEventLevel Debug { get; } = new("debug");

    /// <summary>As it should be.</summary>
    public static CallLogEventLevel Info { get; } = new("info");

    /// <summary>Worth a look.</summary>
    public static CallLogEventLevel Warn { get; } = new("warn");

    /// <summary>Something failed.</summary>
    public static CallLogEventLevel Error { get; } = new("error");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallLogEventLevel IVendorWord<CallLogEventLevel>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

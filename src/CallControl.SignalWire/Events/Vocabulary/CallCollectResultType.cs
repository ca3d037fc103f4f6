using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What was collected: <c>result.type</c> of <c>calling.call.collect</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallCollectResultType>))]
public readonly record struct CallCollectResultType : IVendorWord<CallCollectResultType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallCollectResultType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nothing: it failed.</summary>
    public static CallCollectResultType Error { get; } = new("error");

    /// <summary>Nothing was pressed or said in time.</summary>
    public static CallCollectResultType NoInput { get; } = new("no_input");

    /// <summary>Something was, that does not match.</summary>
    public static CallCollectResultType NoMatch { get; } = new("no_match");

    /// <summary>Something is being pressed or said. The only one that is not final.</summary>
    public static CallCollectResultType StartOfInput { get; } = new("start_of_input");

    /// <summary>Nothing: it was stopped, or a continuous one is over.</summary>
    public static CallCollectResultType Finished { get; } = new("finished");

    /// <summary>Digits.</summary>
    public static CallCollectResultType Digit { get; } = new("digit");

    /// <summary>Words.</summary>
    public static CallCollectResultType Speech { get; } = new("speech");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallCollectResultType IVendorWord<CallCollectResultType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

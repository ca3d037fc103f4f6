using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What was detected: <c>detect.params.event</c> of <c>calling.call.detect</c>. A digit is a word of its own.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallDetectFinding>))]
public readonly record struct CallDetectFinding : IVendorWord<CallDetectFinding>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallDetectFinding(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A machine answered.</summary>
    public static CallDetectFinding Machine { get; } = new("MACHINE");

    /// <summary>A human answered.</summary>
    public static CallDetectFinding Human { get; } = new("HUMAN");

    /// <summary>It could not be told.</summary>
    public static CallDetectFinding Unknown { get; } = new("UNKNOWN");

    /// <summary>The machine is waiting for a message.</summary>
    public static CallDetectFinding Ready { get; } = new("READY");

    /// <summary>The machine is speaking.</summary>
    public static CallDetectFinding NotReady { get; } = new("NOT_READY");

    /// <summary>The tone of a called fax machine.</summary>
    public static CallDetectFinding Ced { get; } = new("CED");

    /// <summary>The tone of a calling fax machine.</summary>
    public static CallDetectFinding Cng { get; } = new("CNG");

    /// <summary>The detection is over. Final.</summary>
    public static CallDetectFinding Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallDetectFinding IVendorWord<CallDetectFinding>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

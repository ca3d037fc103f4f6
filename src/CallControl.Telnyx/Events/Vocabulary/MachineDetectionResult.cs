using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who answered, as standard detection hears it: <c>result</c> of <c>call.machine.detection.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<MachineDetectionResult>))]
public readonly record struct MachineDetectionResult : IVendorWord<MachineDetectionResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public MachineDetectionResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A person.</summary>
    public static MachineDetectionResult Human => new("human");

    /// <summary>An answering machine.</summary>
    public static MachineDetectionResult Machine => new("machine");

    /// <summary>Undecided.</summary>
    public static MachineDetectionResult NotSure => new("not_sure");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static MachineDetectionResult IVendorWord<MachineDetectionResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who answered, as premium detection hears it: <c>result</c> of <c>call.machine.premium.detection.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PremiumMachineDetectionResult>))]
public readonly record struct PremiumMachineDetectionResult : IVendorWord<PremiumMachineDetectionResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public PremiumMachineDetectionResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A person at home.</summary>
    public static PremiumMachineDetectionResult HumanResidence => new("human_residence");

    /// <summary>A person at a business.</summary>
    public static PremiumMachineDetectionResult HumanBusiness => new("human_business");

    /// <summary>An answering machine.</summary>
    public static PremiumMachineDetectionResult Machine => new("machine");

    /// <summary>Nobody said anything.</summary>
    public static PremiumMachineDetectionResult Silence => new("silence");

    /// <summary>A fax.</summary>
    public static PremiumMachineDetectionResult FaxDetected => new("fax_detected");

    /// <summary>Undecided.</summary>
    public static PremiumMachineDetectionResult NotSure => new("not_sure");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static PremiumMachineDetectionResult IVendorWord<PremiumMachineDetectionResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How the greeting ended, as premium detection hears it: <c>result</c> of <c>call.machine.premium.greeting.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PremiumMachineGreetingResult>))]
public readonly record struct PremiumMachineGreetingResult : IVendorWord<PremiumMachineGreetingResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public PremiumMachineGreetingResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>With a beep.</summary>
    public static PremiumMachineGreetingResult BeepDetected => new("beep_detected");

    /// <summary>Without a beep.</summary>
    public static PremiumMachineGreetingResult NoBeepDetected => new("no_beep_detected");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static PremiumMachineGreetingResult IVendorWord<PremiumMachineGreetingResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
